import type { ImportEncoding } from '../../../shared/import.ts';

/**
 * Finds a text's encoding from its bytes, chunk by chunk: a byte order mark decides; else zero bytes in every second place
 * are UTF-16; else it is UTF-8 if the whole of it can be read so, and Windows-1252 (with ISO-8859-1 in it) if not.
 */
export class EncodingFinder {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private certain: ImportEncoding | null = null;
  private isFirst = true;
  private isUtf8 = true;

  /** Whether more bytes can change nothing. */
  get isCertain(): boolean {
    return this.certain !== null || !this.isUtf8;
  }

  add(bytes: Uint8Array): void {
    if (this.isFirst) {
      this.isFirst = false;
      this.certain = markOf(bytes) ?? zerosOf(bytes);
    }
    if (this.isCertain) return;
    try {
      this.utf8.decode(bytes, { stream: true });
    } catch {
      this.isUtf8 = false;
    }
  }

  found(): ImportEncoding {
    if (this.certain !== null) return this.certain;
    try {
      if (this.isUtf8) this.utf8.decode();
    } catch {
      this.isUtf8 = false;
    }
    return this.isUtf8 ? 'utf-8' : 'windows-1252';
  }
}

function markOf(bytes: Uint8Array): ImportEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const looksAtBytes = 4096;

/** Western text in UTF-16 is zero in most of its upper bytes and in none of its lower ones. */
function zerosOf(bytes: Uint8Array): ImportEncoding | null {
  const sample = bytes.subarray(0, looksAtBytes);
  const pairs = Math.floor(sample.length / 2);
  if (pairs === 0) return null;
  const zeros = [0, 0];
  for (let index = 0; index < pairs * 2; index += 1) {
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd > pairs / 2) return 'utf-16le';
  return odd === 0 && even > pairs / 2 ? 'utf-16be' : null;
}

/** What starts a ZIP (so every Excel and OpenDocument file), an old Excel file and a PDF. */
const otherFiles: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

/** Tells a file that is no text by its first bytes. */
export function isNoText(bytes: Uint8Array): boolean {
  return otherFiles.some((start) => start.every((byte, index) => bytes[index] === byte));
}
