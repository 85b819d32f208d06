import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { renderPickingList } from '../../../../main/engine/documents/render-picking-list.ts';
import { logoType, readLogoImage, readMailLogoImage } from '../../../../main/engine/settings/logo-image.ts';
import { samplePickingList } from '../../../support/sample-documents.ts';

const icon = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'build', 'icon.png'));
const code = (expected: string) => expect.objectContaining({ code: expected });

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A grey picture with transparency; `interlaced` only says so. */
function png(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 4, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function jpeg(frame: readonly number[]): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, frame.length + 2, ...frame, 0xff, 0xda, 0, 2, 0xff, 0xd9]);
}

describe('a logo', () => {
  test('is told by its bytes', () => {
    expect(readLogoImage(icon)).toMatchObject({ widthPx: icon.readUInt32BE(16), heightPx: icon.readUInt32BE(20) });
    expect(readLogoImage(png(3, 2, new Uint8Array(14)))).toMatchObject({ widthPx: 3, heightPx: 2 });
    expect(readLogoImage(jpeg([8, 0, 40, 0, 90, 3]))).toMatchObject({ widthPx: 90, heightPx: 40 });
  });

  test('for mails is small besides', () => {
    const shop = readFileSync(join(import.meta.dirname, '..', '..', '..', 'support', 'shop-logo.png'));
    expect(readMailLogoImage(shop)).toMatchObject({ widthPx: 380, heightPx: 72 });
    expect(() => readMailLogoImage(icon)).toThrow(code('logo-too-large-for-mail'));
    expect(() => readMailLogoImage(Buffer.from('<svg width="1"></svg>'))).toThrow(code('logo-is-svg'));
    expect([logoType(icon), logoType(jpeg([8, 0, 40, 0, 90, 3]))]).toEqual(['image/png', 'image/jpeg']);
  });

  test('that was taken stands on a paper', async () => {
    const logo = readLogoImage(png(3, 2, new Uint8Array(14)));
    expect((await renderPickingList(samplePickingList('en', 1), logo)).length).toBeGreaterThan(1000);
  });

  test.each<[string, Uint8Array, string]>([
    ['an SVG drawing', Buffer.from('<svg width="1"></svg>'), 'logo-is-svg'],
    ['nothing', new Uint8Array(), 'logo-not-png-or-jpeg'],
    ['a text', Buffer.from('logo.png'), 'logo-not-png-or-jpeg'],
    ['a PNG that is cut off', icon.subarray(0, icon.length - 40), 'logo-not-png-or-jpeg'],
    ['a PNG with too few pixels', png(3, 2, new Uint8Array(13)), 'logo-not-png-or-jpeg'],
    ['a PNG with a filter that there is not', png(1, 1, Uint8Array.of(5, 0, 0)), 'logo-not-png-or-jpeg'],
    ['a PNG of no size', png(0, 2, new Uint8Array(14)), 'logo-not-png-or-jpeg'],
    ['a JPEG without a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9, 0, 2), 'logo-not-png-or-jpeg'],
    ['a JPEG of twelve bits', jpeg([12, 0, 40, 0, 90, 3]), 'logo-not-png-or-jpeg'],
    ['a picture of 5000 pixels', png(5000, 1, new Uint8Array(10_001)), 'logo-too-large'],
    ['more than 1 MB', new Uint8Array(1_048_577), 'logo-too-large'],
  ])('is not %s', (_what, bytes, expected) => {
    expect(() => readLogoImage(bytes)).toThrow(code(expected));
  });
});
