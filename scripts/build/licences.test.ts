// @vitest-environment node
import { expect, it } from 'vitest';
import { formatLicences, type Licence } from './licences.ts';

const MIT = 'Permission is hereby granted …';
const licence = (part: Partial<Licence>): Licence => ({
  name: 'preact',
  version: '11.2.0',
  identifier: 'MIT',
  ...part,
});

it('each package is named with its licence and where its source is', () => {
  const text = formatLicences([licence({ text: 'The MIT License (MIT)' })], MIT);
  expect(text).toContain(
    'preact 11.2.0 (MIT)\nhttps://www.npmjs.com/package/preact/v/11.2.0\n\nThe MIT License (MIT)\n',
  );
});

it('the order in which packages are found makes no difference', () => {
  const two = [licence({ text: 'a' }), licence({ name: 'ofetch', text: 'b' })];
  expect(formatLicences(two.toReversed(), MIT)).toBe(formatLicences(two, MIT));
});

it('a package that comes without the text has its authors’ copyright and the terms', () => {
  const text = formatLicences([licence({ name: '@wxt-dev/storage' })], MIT);
  expect(text).toContain(`Copyright (c) 2023 Aaron\n\n${MIT}`);
});

it.each([
  ['a text nobody knows', licence({ name: 'new-package' })],
  ['another licence than the one that is known', licence({ name: 'wxt', identifier: 'Apache-2.0' })],
])('a package with %s ends the build', (_why, found) => {
  expect(() => formatLicences([found], MIT)).toThrow('has no licence text');
});
