import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { t } from '@/utils/platform/texts';
import { FAILURES } from './failure-text';

const page = readFileSync(join(import.meta.dirname, '../docs/troubleshooting.md'), 'utf8');

it.each(Object.entries(FAILURES))('troubleshooting.md says of “%s” what the popup says', (_reason, { cause, next }) => {
  const row = page.split('\n').find((line) => line.startsWith(`| ${t(cause)} `));
  expect(row).toContain(t(next));
});
