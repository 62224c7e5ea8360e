// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { MAX_NAME_LENGTH, MAX_PROFILES } from '@/utils/profiles/profile';
import { exampleProfile } from '../testing/open-options';
import { buildReview, findNameProblem, readReview } from './import-review';

const NO_SECRETS = { client_secret: '', password: '', token: '', refresh_token: '' };
const propose = (name: string) => ({
  profile: exampleProfile(name, { client_id: name }),
  secrets: NO_SECRETS,
  notes: [],
});

it('two proposals of one name get names of their own', () => {
  const items = buildReview([propose('acme'), propose('acme')], []);
  expect(items.map(({ name }) => name)).toEqual(['acme', 'acme 2']);
});

it('a profile that was removed holds neither name nor login', () => {
  const removed = { ...exampleProfile('acme', { client_id: 'acme' }), removedAtMs: 1 };
  expect(buildReview([propose('acme')], [removed])).toMatchObject([{ name: 'acme', isTaken: true }]);
});

it('more profiles than can be kept are not added, unless some are left out', () => {
  const profiles = Array.from({ length: MAX_PROFILES - 1 }, (_, index) => exampleProfile(`profile ${index}`));
  const items = buildReview([propose('one'), propose('two')], profiles);
  expect(readReview(items, profiles)).toEqual({ ok: false, code: 'too-many' });
  const fewer = items.map((item, index) => ({ ...item, isTaken: index === 0 }));
  expect(readReview(fewer, profiles)).toMatchObject({ ok: true, taken: [{ profile: { name: 'one' } }] });
});

it('a name that is too long is a problem only of a profile that is to be added', () => {
  const [item] = buildReview([propose('a')], []);
  if (!item) throw new Error('One was proposed.');
  const long = { ...item, name: 'a'.repeat(MAX_NAME_LENGTH + 1) };
  expect(findNameProblem(long)).toBe('too-long');
  expect(findNameProblem({ ...long, isTaken: false })).toBeUndefined();
});
