/** Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance"). */
function getLuminance(code: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(code.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21 (WCAG 2.2, "contrast ratio"). */
export const getContrastToWhite = (code: string): number => 1.05 / (getLuminance(code) + 0.05);
