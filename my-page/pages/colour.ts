/** Red, green, blue, 0 to 255 each. */
type Rgb = readonly [number, number, number];

/** A shop's colour made readable: as text and button on a background, and the text that goes on it. */
export type Accent = { readonly accent: string; readonly onAccent: string };

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** WCAG 2.2, 1.4.3: least contrast of text. */
const leastContrast = 4.5;

/** Makes the colour darker (on light) or lighter (on dark), hue kept, until it can be read on the background. */
export function accentOn(colour: string, background: string): Accent {
  const ground = parseColour(background);
  const step = luminance(ground) > 0.5 ? -0.01 : 0.01;
  const given = parseColour(colour);
  let accent = given;
  for (let shift = 0; contrast(accent, ground) < leastContrast && Math.abs(shift) < 1; shift += step) {
    accent = shiftLightness(given, shift);
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

/** Adds to the lightness of HSL. */
function shiftLightness(colour: Rgb, shift: number): Rgb {
  const [red, green, blue] = colour.map((channel) => channel / 255) as [number, number, number];
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const chroma = high - low;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * lightness - 1));
  const shifted = Math.min(Math.max(lightness + shift, 0), 1);
  const newChroma = saturation * (1 - Math.abs(2 * shifted - 1));
  const base = shifted - newChroma / 2;
  const channel = (value: number): number =>
    Math.round(255 * (base + (chroma === 0 ? 0 : ((value - low) / chroma) * newChroma)));
  return [channel(red), channel(green), channel(blue)];
}

function parseColour(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
