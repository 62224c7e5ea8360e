import { describe, expect, it } from 'vitest';
import { GRANT_CHOICES, type GrantChoice } from '@/utils/oauth2/grants';
import type { FieldProblem } from '@/utils/oauth2/token-form';
import { getFieldLabel, getGrantLabels, getProblemText } from './field-texts';

describe('the third-party token', () => {
  it.each<[GrantChoice, string]>([
    ['facebook', 'Facebook access token'],
    ['google', 'Google access token'],
    ['other', 'Third-party token'],
  ])('of %s is called "%s"', (grant, label) => {
    expect(getFieldLabel('token', grant)).toBe(label);
  });
});

it('no two grants have the same label', () => {
  expect(new Set(Object.values(getGrantLabels())).size).toBe(GRANT_CHOICES.length);
});

it.each<[FieldProblem, RegExp]>([
  ['missing', /^Password is needed/],
  ['not-sendable', /^Password holds a broken character/],
  ['grant-type-malformed', /letters, digits/],
  ['base-url-missing', /which server/],
  ['base-url-malformed', /no web address/],
  ['base-url-not-https', /https:\/\//],
])('the problem "%s" is told as a sentence of its own', (problem, text) => {
  expect(getProblemText(problem, 'Password')).toMatch(text);
});
