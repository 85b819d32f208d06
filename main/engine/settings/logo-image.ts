import { inflateSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import { type CompanyLogo, logoLimits, mailLogoMostBytes } from '../../../shared/settings.ts';

const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Checks a logo by its bytes, whatever its file was called, so thoroughly that drawing it on a paper cannot fail.
 * @throws AppError 'logo-is-svg', 'logo-not-png-or-jpeg' also for a damaged picture, 'logo-too-large'
 */
export function readLogoImage(image: Uint8Array): CompanyLogo {
  if (image.length > logoLimits.mostBytes) throw new AppError('logo-too-large', { ...logoLimits, bytes: image.length });
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.length);
  const size = bytes.subarray(0, 8).equals(pngSignature) ? pngSize(bytes) : jpegSize(bytes);
  if (size === null) throw new AppError(looksLikeSvg(bytes) ? 'logo-is-svg' : 'logo-not-png-or-jpeg');
  if (Math.max(size.widthPx, size.heightPx) > logoLimits.mostPixels) {
    throw new AppError('logo-too-large', { ...logoLimits, ...size });
  }
  return { image, ...size };
}

/**
 * Checks a logo for mails as one for papers is checked, and that it is small.
 * @throws AppError as `readLogoImage` does, and 'logo-too-large-for-mail'
 */
export function readMailLogoImage(image: Uint8Array): CompanyLogo {
  const logo = readLogoImage(image);
  if (image.length > mailLogoMostBytes) throw new AppError('logo-too-large-for-mail', { bytes: image.length });
  return logo;
}

/** The kind of a picture that `readLogoImage` took. */
export function logoType(image: Uint8Array): 'image/png' | 'image/jpeg' {
  return image[0] === pngSignature[0] ? 'image/png' : 'image/jpeg';
}

type Size = { readonly widthPx: number; readonly heightPx: number };

function looksLikeSvg(bytes: Buffer): boolean {
  const text = bytes.subarray(0, 4000).toString('utf8');
  return /<svg[\s>]/i.test(text);
}

/** Bytes a pixel's channels take, by colour type (PNG specification 11.2.1). */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const interlacePasses = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function pngSize(bytes: Buffer): Size | null {
  const chunks = pngChunks(bytes);
  const header = chunks?.find(({ type }) => type === 'IHDR')?.content;
  if (chunks === null || header === undefined || header.length < 13) return null;
  const size = { widthPx: header.readUInt32BE(0), heightPx: header.readUInt32BE(4) };
  const [bits = 0, colourType = 0, , , interlaced = 0] = header.subarray(8, 13);
  const bitsPerPixel = bits * (channelsOf[colourType] ?? 0);
  if (size.widthPx === 0 || size.heightPx === 0 || bitsPerPixel === 0) return null;
  // What is too large is said before it is unpacked.
  if (Math.max(size.widthPx, size.heightPx) > logoLimits.mostPixels) return size;
  if (colourType === 3 && !chunks.some(({ type }) => type === 'PLTE')) return null;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content));
  return isPixelsWhole(packed, rowsOf(size, bitsPerPixel, interlaced === 1)) ? size : null;
}

type Chunk = { readonly type: string; readonly content: Buffer };

/** Every chunk up to the last; null for a file that is cut off. */
function pngChunks(bytes: Buffer): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) return null;
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

type Rows = { readonly count: number; readonly bytes: number };

function rowsOf({ widthPx, heightPx }: Size, bitsPerPixel: number, isInterlaced: boolean): readonly Rows[] {
  const passes = isInterlaced ? interlacePasses : ([[0, 0, 1, 1]] as const);
  return passes
    .map(([x, y, stepX, stepY]) => ({
      count: Math.ceil((heightPx - y) / stepY),
      bytes: Math.ceil((Math.ceil((widthPx - x) / stepX) * bitsPerPixel) / 8),
    }))
    .filter(({ count, bytes }) => count > 0 && bytes > 0);
}

/** Whether the pixels unpack to all rows, each with one of the five filters that there are. */
function isPixelsWhole(packed: Buffer, passes: readonly Rows[]): boolean {
  const wanted = passes.reduce((sum, { count, bytes }) => sum + count * (bytes + 1), 0);
  const pixels = unpack(packed, wanted);
  if (pixels === null || pixels.length < wanted) return false;
  let at = 0;
  for (const { count, bytes } of passes) {
    for (let row = 0; row < count; row += 1, at += bytes + 1) {
      if ((pixels[at] ?? 5) > 4) return false;
    }
  }
  return true;
}

function unpack(packed: Buffer, mostBytes: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes + 1024 });
  } catch {
    return null;
  }
}

/** Size from the frame header (ITU T.81 B.2.2); null for what is no JPEG or of a kind that PDF readers do not know. */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let size: Size | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xda) return size;
    if (marker >= 0xc0 && marker <= 0xc2) size = frameSize(bytes.subarray(at + 4, at + 2 + length));
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function frameSize(frame: Buffer): Size | null {
  if (frame.length < 6 || frame[0] !== 8 || ![1, 3, 4].includes(frame[5] ?? 0)) return null;
  const size = { heightPx: frame.readUInt16BE(1), widthPx: frame.readUInt16BE(3) };
  return size.heightPx === 0 || size.widthPx === 0 ? null : size;
}
