// @vitest-environment node
import { expect, it } from 'vitest';
import { formatEvidence } from './totals.ts';

it('says in one line what all browsers came to', () => {
  const count = { requests: 1000, elsewhere: 0, bytes: 600_000_000, secrets: 7, found: 1 };

  expect(formatEvidence([count, count])).toBe(
    'Recorder: 2 browsers, 2,000 requests, 0 elsewhere; disk: 2 profiles, 1.2 GB, 14 secrets, 2 found',
  );
});
