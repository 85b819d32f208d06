/** Colours of a mail: the shop's own, made readable on light and dark paper. All `#rrggbb`. */
export type MailColours = {
  readonly accent: string;
  readonly onAccent: string;
  readonly linkOnLight: string;
  readonly linkOnDark: string;
};

type Rgb = readonly [number, number, number];

const neutral = '#3d4550';
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The boxes of a mail, which lie nearest to the words' own brightness. */
const lightBox: Rgb = [243, 244, 246];
const darkBox: Rgb = [42, 44, 48];
/** WCAG 2.2, 1.4.3: contrast of text, with a little to spare. */
const readable = 4.6;

/** Derives the colours of a mail from the shop's colour; anything that is no `#rrggbb` becomes a neutral grey. */
export function mailColours(colour: string): MailColours {
  const accent = /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : neutral;
  const rgb = toRgb(accent);
  return {
    accent,
    onAccent: contrast(rgb, white) >= contrast(rgb, black) ? '#ffffff' : '#000000',
    linkOnLight: towards(rgb, black, lightBox),
    linkOnDark: towards(rgb, white, darkBox),
  };
}

/** Mixes a colour with another until it can be read on the paper. */
function towards(colour: Rgb, other: Rgb, paper: Rgb): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = colour.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share));
    const candidate: Rgb = [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
    if (contrast(candidate, paper) >= readable) return toHex(candidate);
  }
  return toHex(other);
}

function contrast(first: Rgb, second: Rgb): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Relative luminance, WCAG 2.2. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number): number => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function toHex([red, green, blue]: Rgb): string {
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
}
