import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { CLIENT_SECRET, PASSWORD, PASSWORD_FORM, USERNAME } from '../testing/examples';
import { buildManagedId } from './managed-id';
import { getLockedFields, lockForm, toManagedProfiles } from './managed-profiles';
import { ProfileSchema } from './profile';
import type { TeamPolicy } from './team-policy';
import type { TeamProfile } from './team-profile';

const ASTER: TeamProfile = { name: 'Aster', base_url: 'https://aster.knetikcloud.com' };
const id = buildManagedId('Aster');
const buildPolicy = (part: Partial<TeamProfile>): TeamPolicy => ({ profiles: [{ ...ASTER, ...part }] });

describe('a profile of the team', () => {
  it('is a profile like any other, with the policy’s values and the defaults', () => {
    const [profile] = toManagedProfiles(buildPolicy({ pages: ['http://localhost:3000'], links: true }));
    expect(profile).toEqual({
      id,
      name: 'Aster',
      colour: 'blue',
      isProduction: false,
      form: { ...EMPTY_TOKEN_FORM, base_url: ASTER.base_url },
      reach: { pages: ['http://localhost:3000'], apis: [], links: true, everything: false },
    });
    expect(v.parse(ProfileSchema, profile)).toEqual(profile);
  });

  it.each([
    [undefined, 'red'],
    ['teal', 'teal'],
  ] as const)('of production with the colour %o is %s', (colour, expected) => {
    const [profile] = toManagedProfiles(buildPolicy({ production: true, colour }));
    expect(profile).toMatchObject({ isProduction: true, colour: expected });
  });

  it.each([
    [undefined, 'client_credentials', ''],
    ['password', 'password', ''],
    ['urn:example:plug-in', 'other', 'urn:example:plug-in'],
    ['other', 'other', 'other'],
  ])('with the grant type %o has the grant %s %o', (grant_type, grant, other_grant_type) => {
    const [profile] = toManagedProfiles(buildPolicy({ grant_type }));
    expect(profile?.form).toMatchObject({ grant, other_grant_type });
  });

  it('does not reach its own origin or another one twice', () => {
    const apis = [ASTER.base_url, 'https://api.example', 'https://api.example'];
    expect(toManagedProfiles(buildPolicy({ apis }))[0]?.reach.apis).toEqual(['https://api.example']);
  });
});

describe('locked are', () => {
  it('all fields that the policy gives', () => {
    expect(getLockedFields(buildPolicy({}), id)).toEqual(['base_url']);
    expect(getLockedFields(buildPolicy({ grant_type: 'password', client_id: 'knetik', username: 'ada' }), id)).toEqual([
      'base_url',
      'grant',
      'other_grant_type',
      'client_id',
      'username',
    ]);
  });

  it('only those named, when some are named', () => {
    const policy = buildPolicy({ username: 'ada', locked_fields: ['username'] });
    expect(getLockedFields(policy, id)).toEqual(['username']);
    expect(getLockedFields(buildPolicy({ locked_fields: [] }), id)).toEqual([]);
  });

  it('none of a profile that is not the team’s', () => {
    expect(getLockedFields(buildPolicy({}), 'mine')).toEqual([]);
  });
});

describe('a login', () => {
  it('has the policy’s values in every locked field, whatever was typed, and the rest as it was typed', () => {
    const policy = buildPolicy({ grant_type: 'plug-in', client_id: 'knetik' });
    expect(lockForm(policy, id, PASSWORD_FORM)).toEqual({
      ...PASSWORD_FORM,
      base_url: ASTER.base_url,
      grant: 'other',
      other_grant_type: 'plug-in',
      client_id: 'knetik',
    });
    expect(lockForm(policy, id, PASSWORD_FORM)).toMatchObject({
      username: USERNAME,
      password: PASSWORD,
      client_secret: CLIENT_SECRET,
    });
  });

  it('stays as it was typed where nothing is locked', () => {
    expect(lockForm(buildPolicy({ locked_fields: [] }), id, PASSWORD_FORM)).toEqual(PASSWORD_FORM);
    expect(lockForm(buildPolicy({}), 'mine', PASSWORD_FORM)).toEqual(PASSWORD_FORM);
  });
});
