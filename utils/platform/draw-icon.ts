import type { IconState } from '@/utils/services/get-badge';

/**
 * Paths in a square of this side, as in docs/icon.svg. Straight edges lie on multiples of 8, where the pixels of the
 * smallest picture begin. What a path goes around twice is left out.
 */
const SIDE = 128;
const GROUND = 'M28 0h72a28 28 0 0 1 28 28v72a28 28 0 0 1-28 28H28a28 28 0 0 1-28-28V28A28 28 0 0 1 28 0z';
const CLOUD = 'M36 104a26 26 0 0 1-3-52 33 33 0 0 1 62.500-3A28 28 0 0 1 94 104z';
const LARGE_CLOUD = 'M32 112a32 32 0 0 1-3-64 40 40 0 0 1 76-4A34 34 0 0 1 96 112z';
const KEYHOLE = 'M60 74l-4 16h16l-4-16a11 11 0 1 0-8 0z';
const BARS = 'M40 32h16v64H40zM72 32h16v64H72z';
const PADLOCK = 'M32 56h8V48a24 24 0 0 1 48 0v8h8v48H32zM52 56h24V48a12 12 0 0 0-24 0z';
const EXCLAMATION_MARK = 'M54 20h20l-3 52H57zM64 82a11 11 0 1 1 0 22 11 11 0 0 1 0-22z';

/** From the lowest layer up. The colours stand out on light and on dark toolbars: a script cannot tell which there is. */
const LAYERS: Record<IconState, [path: string, colour: string][]> = {
  'logged-out': [[LARGE_CLOUD + KEYHOLE, '#777f90']],
  'logged-in': [
    [GROUND, '#2f5fe0'],
    [CLOUD + KEYHOLE, '#fff'],
  ],
  paused: [
    [GROUND, '#a86a00'],
    [BARS, '#fff'],
  ],
  locked: [
    [GROUND, '#6b7384'],
    [PADLOCK, '#fff'],
  ],
  'login-needed': [
    [GROUND, '#cf3130'],
    [EXCLAMATION_MARK, '#fff'],
  ],
};

/** The toolbar button's picture, so many pixels wide and high. */
export function drawIcon(state: IconState, pixels: number): ImageData {
  const context = new OffscreenCanvas(pixels, pixels).getContext('2d');
  if (!context) throw new Error('This browser cannot draw.');
  context.scale(pixels / SIDE, pixels / SIDE);
  for (const [path, colour] of LAYERS[state]) {
    context.fillStyle = colour;
    context.fill(new Path2D(path), 'evenodd');
  }
  return context.getImageData(0, 0, pixels, pixels);
}
