/** Red, green, blue, 0 to 255 each. */
type Rgb = readonly [number, number, number];

/** A shop's colour made readable: as text and button on a background, and the text that goes on it. */
export type Accent = { readonly accent: string; readonly onAccent: string };

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** WCAG 2.2, 1.4.3: least contrast of text. */
const leastContrast = 4.5;

/** Moves the colour towards black (on light) or white (on dark) until it can be read on the background. */
export function accentOn(colour: string, background: string): Accent {
  const ground = parseColour(background);
  const towards = luminance(ground) > 0.5 ? black : white;
  const given = parseColour(colour);
  let accent = given;
  for (let share = 0; contrast(accent, ground) < leastContrast && share < 1; share += 0.04) {
    accent = mix(given, towards, share);
  }
  const onAccent = contrast(accent, white) >= contrast(accent, black) ? white : black;
  return { accent: toHex(accent), onAccent: toHex(onAccent) };
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2 "contrast ratio"). */
export function contrastOf(one: string, other: string): number {
  return contrast(parseColour(one), parseColour(other));
}

function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])];
}

function parseColour(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
