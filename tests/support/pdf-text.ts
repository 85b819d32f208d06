import { inflateSync } from 'node:zlib';

/**
 * Text of a PDF that pdfkit made with embedded fonts, one entry a page, words in drawing order. Knows what pdfkit
 * writes and no more: Flate streams, glyphs in hex, a ToUnicode map per font.
 */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id ?? '', body ?? '']),
  );
  const fonts = fontMaps(objects);
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((body) => pageText(streamOf(objects.get(referenceOf(body, 'Contents')) ?? ''), fonts));
}

type GlyphMap = ReadonlyMap<string, string>;

function referenceOf(body: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '';
}

function streamOf(body: string): string {
  const content = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '';
  const bytes = Buffer.from(content, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** Glyph to text, by the name under which a page uses the font. */
function fontMaps(objects: ReadonlyMap<string, string>): ReadonlyMap<string, GlyphMap> {
  const maps = new Map<string, GlyphMap>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      maps.set(name, glyphMap(streamOf(objects.get(referenceOf(objects.get(id) ?? '', 'ToUnicode')) ?? '')));
    }
  }
  return maps;
}

function glyphMap(toUnicode: string): GlyphMap {
  const map = new Map<string, string>();
  for (const [, start = '', list = ''] of toUnicode.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(start, 16);
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, units = ''], index) => {
      const codes = units.replaceAll(' ', '').match(/.{4}/g) ?? [];
      map.set(
        (first + index).toString(16).padStart(4, '0'),
        String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))),
      );
    });
  }
  return map;
}

function pageText(content: string, fonts: ReadonlyMap<string, GlyphMap>): string {
  let glyphs: GlyphMap = new Map();
  const lines: string[] = [];
  for (const [, fontName, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (fontName !== undefined) glyphs = fonts.get(fontName) ?? new Map();
    const codes = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    if (shown !== undefined) lines.push(codes.map((code) => glyphs.get(code) ?? '?').join(''));
  }
  return lines.join('\n');
}
