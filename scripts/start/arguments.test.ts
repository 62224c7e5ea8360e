// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readStartArguments } from './arguments.ts';

const DISPLAY = { DISPLAY: ':0' };

describe('readStartArguments', () => {
  it('opens the current Swagger UI in Chromium when nothing is asked', () => {
    expect(readStartArguments([], DISPLAY, 'linux')).toEqual({
      browser: 'chromium',
      page: 'https://devsandbox.knetikcloud.com/swagger-ui/',
      headless: false,
    });
  });

  it.each([
    ['/swagger-ui.html', 'https://devsandbox.knetikcloud.com/swagger-ui.html'],
    ['https://other.knetikcloud.com/x', 'https://other.knetikcloud.com/x'],
  ])('takes --page=%s as %s', (page, url) => {
    expect(readStartArguments([`--page=${page}`], DISPLAY, 'linux').page).toBe(url);
  });

  it.each([
    ['Linux without a display', {}, 'linux', true],
    ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false],
    ['macOS', {}, 'darwin', false],
    ['Windows', {}, 'win32', false],
  ] as const)('on %s decides by itself whether there is somebody to look', (_name, env, platform, headless) => {
    expect(readStartArguments([], env, platform).headless).toBe(headless);
  });

  it('goes headless when asked, display or not', () => {
    expect(readStartArguments(['--headless'], DISPLAY, 'linux').headless).toBe(true);
  });

  it.each([[['--browser=netscape']], [['--page=http://plain.knetikcloud.com']], [['--nonsense']]])(
    'refuses %j',
    (args) => {
      expect(() => readStartArguments(args, DISPLAY, 'linux')).toThrow(/browser|https|nonsense/);
    },
  );
});
