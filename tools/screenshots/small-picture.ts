import type { Page } from '@playwright/test';

/** Colours that make up most of a window stay exactly what they are; all others are edges of letters. */
const exactColours = 64;
/** Edges of letters are rounded to this step of each channel: nobody sees it, and the file is a third smaller. */
const edgeStep = 16;

/**
 * Packs a screenshot as WebP without loss but for the edges of letters. The window that was pictured does it: Chromium has the
 * encoder, and no package is needed for it.
 */
export async function packPicture(page: Page, png: Buffer): Promise<Buffer> {
  const packed = await page.evaluate(packInWindow, [png.toString('base64'), exactColours, edgeStep] as const);
  return Buffer.from(packed, 'base64');
}

async function packInWindow([png, keep, step]: readonly [string, number, number]): Promise<string> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The window has no canvas');
  context.drawImage(picture, 0, 0);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const exact = new Set(
    [...counts]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, keep)
      .map(([colour]) => colour),
  );
  const round = (channel: number) => Math.min(255, Math.round(channel / step) * step);
  pixels.forEach((pixel, index) => {
    if (exact.has(pixel)) return;
    const [blue, green, red] = [round((pixel >> 16) & 255), round((pixel >> 8) & 255), round(pixel & 255)];
    pixels[index] = 0xff000000 + (blue << 16) + (green << 8) + red;
  });
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
  const result = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < result.length; at += 8192) text += String.fromCharCode(...result.subarray(at, at + 8192));
  return btoa(text);
}
