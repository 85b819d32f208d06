import { inflateSync } from 'node:zlib';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const dotsPerPoint = 8;
const quietDots = 200;

/** What a scanner reads of a PDF that pdfkit made: every bar code in drawing order, read as Code 128 by a decoder of its own. */
export function readBarCodes(pdf: Uint8Array): readonly string[] {
  const source = Buffer.from(pdf).toString('latin1');
  const streams = [...source.matchAll(/\/FlateDecode\n?[\s\S]*?stream\n([\s\S]*?)\nendstream/g)].flatMap(
    ([, body = '']) => {
      try {
        return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    },
  );
  return streams.flatMap((stream) => symbolsOf(stream).map(decode));
}

/** Black boxes that are filled in one go are one symbol. */
function symbolsOf(stream: string): readonly (readonly Box[])[] {
  return [...stream.matchAll(/((?:[-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ re\n){10,})[\s\S]*?\nf\n/g)].map(([, boxes = '']) =>
    [...boxes.matchAll(/([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re/g)].map(([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    })),
  );
}

function decode(boxes: readonly Box[]): string {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const width = Math.ceil((right - left) * dotsPerPoint) + 2 * quietDots;
  const height = 20;
  const picture = new Uint8ClampedArray(width * height).fill(255);
  for (const box of boxes) {
    const from = quietDots + Math.round((box.x - left) * dotsPerPoint);
    const to = quietDots + Math.round((box.x + box.width - left) * dotsPerPoint);
    for (let row = 0; row < height; row += 1) picture.fill(0, row * width + from, row * width + to);
  }
  const reader = new MultiFormatReader();
  reader.setHints(new Map([[DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128]]]));
  const bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(picture, width, height)));
  return reader.decode(bitmap).getText();
}
