import { describe, expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { ARMED_NAVIGATION, buildRealm } from '../testing/fake-realm';
import { ARMING_EVENT, type ArmedPages, getArming } from './arming';
import { watchPageArming } from './page-arming';

const mark = 'f00d';

describe('a page is not armed, and nothing is thrown, while what is stored is', () => {
  it.each<[string, unknown]>([
    ['no list of pages', {}],
    ['a list of nothing', { pages: { [API_ORIGIN]: null } }],
    ['a page without a mark', { pages: { [API_ORIGIN]: { apis: [API_ORIGIN] } } }],
    ['a page without APIs', { pages: { [API_ORIGIN]: { mark } } }],
    ['a page with APIs that are none', { pages: { [API_ORIGIN]: { mark, apis: [{ toString: 1 }] } } }],
    ['a page with a mark that is none', { pages: { [API_ORIGIN]: { mark: { toString: 1 }, apis: [] } } }],
  ])('%s', (_case, stored) => {
    expect(getArming(stored as ArmedPages, API_ORIGIN)).toBeUndefined();
  });
});

it.each([[Symbol('x')], [Object.create(null)], [7], [10n]])(
  'a page that makes an arming up of %s meets no error, and its requests are not marked any more',
  (detail) => {
    const realm = buildRealm({ navigation: ARMED_NAVIGATION });
    const [getMark] = watchPageArming(realm);
    // Node would end the test with an exception of the listener.
    realm.performance.dispatchEvent(new CustomEvent(ARMING_EVENT, { detail }));
    expect(getMark('/me')).toBeFalsy();
  },
);
