import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SECRET_PARAMETERS } from '@/utils/oauth2/grants';
import { POLICY_KEYS, readTeamPolicy } from './team-policy';
import { LOCKABLE_FIELDS, TeamProfileSchema } from './team-profile';

interface JsonSchema {
  type?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
const schema = JSON.parse(read('public/managed-schema.json')) as JsonSchema;
const profileSchema = schema.properties?.['profiles']?.items ?? {};
const exampleText = read('docs/example-policy.json');
const example: unknown = JSON.parse(exampleText);
const guide = read('docs/administrators.md');

/** The schema with all that are below it. */
const listSchemas = (root: JsonSchema): JsonSchema[] => [
  root,
  ...Object.values(root.properties ?? {}).flatMap(listSchemas),
  ...(root.items ? listSchemas(root.items) : []),
];

/** What Chrome would hand out, as far as this schema goes: the keys that it knows, if all of them have their type. */
function filter(root: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) return root.type === 'array' ? value.map((each) => filter(root.items ?? {}, each)) : WRONG;
  if (typeof value === 'object' && value !== null) {
    const known = Object.entries(value).filter(([key]) => root.properties && key in root.properties);
    return root.type === 'object'
      ? Object.fromEntries(known.map(([key, each]) => [key, filter(root.properties?.[key] ?? {}, each)]))
      : WRONG;
  }
  const isInteger = root.type === 'integer' && Number.isInteger(value);
  return isInteger || root.type === typeof value ? value : WRONG;
}
const WRONG = Symbol('of another type');

/** A policy in which every key is set. */
const FULL = {
  profiles: [
    {
      name: 'Aster',
      colour: 'teal',
      base_url: 'https://aster.knetikcloud.com',
      grant_type: 'password',
      client_id: 'knetik',
      username: 'johndoe',
      production: true,
      pages: ['http://localhost:3000'],
      apis: ['https://api.knetikcloud.com'],
      links: true,
      everything: true,
      locked_fields: [...LOCKABLE_FIELDS],
    },
  ],
  auto_lock_minutes: 10,
  allowed_hosts: ['*.knetikcloud.com', 'localhost'],
};

describe('The schema that Chrome is given', () => {
  it('knows the keys that the extension reads, and no others', () => {
    expect(Object.keys(schema.properties ?? {})).toEqual([...POLICY_KEYS]);
    expect(Object.keys(profileSchema.properties ?? {})).toEqual(Object.keys(TeamProfileSchema.entries));
  });

  it.each([
    ['the guide’s example', example],
    ['a policy with every key', FULL],
  ])('lets pass what the extension reads without a problem: %s', (_case, policy) => {
    expect(filter(schema, policy)).toEqual(policy);
    expect(readTeamPolicy(policy)).toMatchObject({ policy: Object(policy), problems: [] });
  });

  it.each(Object.keys(FULL.profiles[0] ?? {}))('and the extension agree on the type of a profile’s %s', (key) => {
    const wrong = { ...FULL, profiles: [{ ...FULL.profiles[0], [key]: 42 }] };
    expect(filter(schema, wrong)).toMatchObject({ profiles: [{ [key]: WRONG }] });
    expect(readTeamPolicy(wrong).policy.profiles).toEqual([]);
  });

  it('says no more than types: where Chrome refuses, it says nothing, and takes a whole list away for one mistake', () => {
    const allowed = new Set(['type', 'title', 'description', 'properties', 'items']);
    const schemas = listSchemas(schema);
    expect(schemas.length).toBeGreaterThan(15);
    expect(schemas.flatMap((each) => Object.keys(each)).filter((keyword) => !allowed.has(keyword))).toEqual([]);
    expect(schemas.filter(({ type }) => typeof type !== 'string')).toEqual([]);
  });

  it('has no place for a secret, so that Chrome hands out none', () => {
    const secret = Object.fromEntries([...SECRET_PARAMETERS].map((name) => [name, 'gX1fBat3bV']));
    expect(filter(schema, { ...FULL, profiles: [{ ...FULL.profiles[0], ...secret }], ...secret })).toEqual(FULL);
  });
});

describe('The guide for administrators', () => {
  it('shows the example that the tests try', () => {
    expect(guide).toContain(`\`\`\`json\n${exampleText}\`\`\`\n`);
  });

  it('names every key', () => {
    const keys = [...POLICY_KEYS, ...Object.keys(TeamProfileSchema.entries)];
    expect(keys.filter((key) => !guide.includes(`\n| \`${key}\` `))).toEqual([]);
  });

  it('has examples that can be parsed, once the policy is put into them', () => {
    const blocks = Array.from(guide.matchAll(/```json\n(.*?)```/gs), ([, text = '']) => text);
    expect(blocks.length).toBeGreaterThanOrEqual(3);
    for (const text of blocks) expect(() => void JSON.parse(text.replace('…', '{}'))).not.toThrow();
  });
});
