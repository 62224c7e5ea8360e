import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { API_ORIGIN } from '../testing/examples';
import { installScripting } from '../testing/fake-apis';
import { registerPageScripts } from './register-page-scripts';

const [PAGE, OTHER] = ['https://app.example:8443', 'http://localhost:3000'];
const readMatches = () => world.getScripts().map(({ id, matches }) => [id, matches]);

let world = installScripting();
beforeEach(() => {
  fakeBrowser.reset();
  world = installScripting();
});

describe('page script and relay', () => {
  it('run in every document of the chosen origins from its start, until the browser ends', async () => {
    await registerPageScripts([PAGE]);
    const alike = {
      matches: ['https://app.example/*'],
      runAt: 'document_start',
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: false,
    };
    expect(world.getScripts()).toEqual([
      { ...alike, id: 'page', js: ['content-scripts/page.js'], world: 'MAIN' },
      { ...alike, id: 'page-relay', js: ['content-scripts/page-relay.js'], world: 'ISOLATED' },
    ]);
  });

  it('are not registered for KnetikCloud, where the manifest has them', async () => {
    await registerPageScripts([API_ORIGIN]);
    expect(world.log).toEqual([]);
    await registerPageScripts([API_ORIGIN, PAGE]);
    expect(readMatches()).toEqual([
      ['page', ['https://app.example/*']],
      ['page-relay', ['https://app.example/*']],
    ]);
  });

  it('are left alone while the hosts stay the same, in whatever order, with whatever ports', async () => {
    await registerPageScripts([PAGE, OTHER]);
    await registerPageScripts(['http://localhost:4000', PAGE, OTHER]);
    expect(world.log).toEqual(['register']);
  });

  it('follow a change of the hosts, and leave with the last one', async () => {
    await registerPageScripts([PAGE]);
    await registerPageScripts([OTHER]);
    expect(readMatches()).toEqual([
      ['page', ['http://localhost/*']],
      ['page-relay', ['http://localhost/*']],
    ]);
    await registerPageScripts([]);
    expect(readMatches()).toEqual([]);
    expect(world.log).toEqual(['register', 'update', 'unregister']);
  });
});
