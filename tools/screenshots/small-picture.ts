import type { Page } from '@playwright/test';

/** With sixteen colours two pixels share a byte, and the file is half as large. */
const mostColours = 16;
/** The colours of large areas stay exactly what they are. */
const exactColours = 7;
/** From here on a colour counts more than a grey, so that a small dot of amber is kept rather than one more edge of a letter. */
const mostlyGreys = 9;
/** Colours that differ by less over all channels are one. */
const leastDistance = 56;

/**
 * Packs a screenshot as WebP with the sixteen colours that tell the most. The window that was pictured does it: Chromium has the
 * encoder, and no package is needed for it.
 */
export async function packPicture(page: Page, png: Buffer): Promise<Buffer> {
  const settings = { png: png.toString('base64'), mostColours, exactColours, mostlyGreys, leastDistance };
  return Buffer.from(await page.evaluate(packInWindow, settings), 'base64');
}

type Settings = {
  readonly png: string;
  readonly mostColours: number;
  readonly exactColours: number;
  readonly mostlyGreys: number;
  readonly leastDistance: number;
};

/** Runs in the window, so it knows nothing of this file. */
async function packInWindow(settings: Settings): Promise<string> {
  const bytes = Uint8Array.from(atob(settings.png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The window has no canvas');
  context.drawImage(picture, 0, 0);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const channel = (colour: number, shift: number) => (colour >>> shift) & 255;
  const shifts = [0, 8, 16];
  const distance = (a: number, b: number) =>
    shifts.reduce((sum, shift) => sum + Math.abs(channel(a, shift) - channel(b, shift)), 0);
  const saturation = (colour: number) => {
    const channels = shifts.map((shift) => channel(colour, shift));
    return Math.max(...channels) - Math.min(...channels);
  };
  const colours = [...counts.keys()];
  const kept: number[] = [];
  const keep = (until: number, weight: (colour: number) => number) => {
    for (const colour of colours.toSorted((a, b) => weight(b) - weight(a))) {
      if (kept.length >= until) break;
      const isNew = kept.every((other) => distance(other, colour) >= settings.leastDistance);
      if (isNew || kept.length < settings.exactColours) kept.push(colour);
    }
  };
  const count = (colour: number) => counts.get(colour) ?? 0;
  keep(settings.mostlyGreys, count);
  keep(settings.mostColours, (colour) => count(colour) * (1 + saturation(colour)));
  const nearest = new Map(
    colours.map((colour) => [
      colour,
      kept.reduce((best, other) => (distance(other, colour) < distance(best, colour) ? other : best)),
    ]),
  );
  pixels.forEach((pixel, index) => {
    pixels[index] = nearest.get(pixel) ?? pixel;
  });
  context.putImageData(image, 0, 0);

  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
  const packed = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < packed.length; at += 8192) text += String.fromCharCode(...packed.subarray(at, at + 8192));
  return btoa(text);
}
