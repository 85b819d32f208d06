import type PDFDocument from 'pdfkit';
import { cleanName } from '../../../shared/clean-text.ts';
import { type DocumentFont, documentFont } from './document-fonts.ts';
import type { DocumentLogo } from './document-models.ts';
import { wrapText } from './wrap-text.ts';

/** All measures in points (1/72 inch); y grows downwards. */
const mm = 72 / 25.4;
export const sheet = {
  width: 210 * mm,
  height: 297 * mm,
  left: 20 * mm,
  right: 190 * mm,
  contentWidth: 170 * mm,
  /** Recipient in the window of a C5 or DL envelope (DIN 5008, ISO 11180: 20 mm from the left, 45 to 90 mm down). */
  windowTop: 50 * mm,
  bodyTop: 96 * mm,
  nextPageTop: 26 * mm,
  bottom: 274 * mm,
  footTop: 281 * mm,
} as const;

export const ink = '#1b1f24';
export const quiet = '#5b6470';
export const hairline = '#cdd3da';

const lineGap = 1.5;

export type TextStyle = {
  readonly font?: DocumentFont;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
};

export type SheetOrigin = {
  readonly author: string;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly logo: DocumentLogo | null;
};

/** Of pdfkit, but not in its types. */
type ImageOpener = PDFKit.PDFDocument & { openImage: (image: Buffer) => PDFKit.Mixins.ImageSrc };

export type Place = { readonly x: number; readonly y: number; readonly width: number };

/** A PDF being drawn: A4, embedded fonts, tabular figures; one document or several. The same calls give the same bytes. */
export class DocumentSheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #bytes: Promise<Uint8Array>;
  readonly #widths = new Map<string, number>();
  readonly #logo: DocumentLogo | null;
  #openedLogo: PDFKit.Mixins.ImageSrc | null = null;
  #firstPage = 0;

  /** The library is loaded by the first paper, not at the start of the program. */
  static async begin(title: string, origin: SheetOrigin): Promise<DocumentSheet> {
    const pdfkit = await import('pdfkit');
    return new DocumentSheet(pdfkit.default, title, origin);
  }

  private constructor(Document: typeof PDFDocument, title: string, { author, createdAt, logo }: SheetOrigin) {
    const created = new Date(createdAt);
    this.#logo = logo;
    this.#doc = new Document({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      font: '',
      info: {
        Title: title,
        Author: cleanName(author),
        Creator: 'Orderbud',
        Producer: 'Orderbud',
        CreationDate: created,
        ModDate: created,
      },
    });
    this.#doc.registerFont('regular', documentFont('regular'));
    this.#doc.registerFont('bold', documentFont('bold'));
    this.#bytes = collect(this.#doc);
  }

  /** Draws text, wrapped to the width, and answers its height. */
  text(words: string, place: Place, style: TextStyle = {}): number {
    const lines = this.#lines(words, place.width, style);
    const lineHeight = this.#use(style);
    this.#doc.fillColor(style.colour ?? ink);
    lines.forEach((line, index) => {
      const shift = style.align === 'right' ? place.width - this.#measure(line, style) : 0;
      this.#doc.text(line, place.x + shift, place.y + index * lineHeight, { lineBreak: false, ...features(style) });
    });
    return lines.length * lineHeight;
  }

  textHeight(words: string, width: number, style: TextStyle = {}): number {
    return this.#lines(words, width, style).length * this.#use(style);
  }

  /** The lines that a paragraph breaks into. */
  lines(words: string, width: number): readonly string[] {
    return this.#lines(words, width, {});
  }

  /** Draws the company's logo as large as the place allows, never larger than at 96 dots per inch; answers its height. */
  logo({ x, y, width }: Place, height: number): number {
    if (this.#logo === null) return 0;
    const { image, widthPx, heightPx } = this.#logo;
    const scale = Math.min(width / widthPx, height / heightPx, 72 / 96);
    // Opened once: many papers in one file share the picture.
    this.#openedLogo ??= (this.#doc as ImageOpener).openImage(Buffer.from(image));
    this.#doc.image(this.#openedLogo, x, y, {
      width: widthPx * scale,
      height: heightPx * scale,
    });
    return heightPx * scale;
  }

  /** Draws bars and gaps in turn, beginning with a bar; their widths are in modules of `moduleWidth` points. */
  bars(
    widths: readonly number[],
    moduleWidth: number,
    at: { readonly x: number; readonly y: number; readonly height: number },
  ): void {
    let x = at.x;
    widths.forEach((modules, index) => {
      const width = modules * moduleWidth;
      if (index % 2 === 0) this.#doc.rect(x, at.y, width, at.height);
      x += width;
    });
    this.#doc.fill('#000000');
  }

  line(y: number, from: number = sheet.left, to: number = sheet.right): void {
    this.#doc.lineWidth(0.6).strokeColor(hairline).moveTo(from, y).lineTo(to, y).stroke();
  }

  box(place: Place, height: number): void {
    this.#doc.lineWidth(0.9).strokeColor(quiet).rect(place.x, place.y, place.width, height).stroke();
  }

  newPage(): void {
    this.#doc.addPage();
  }

  /** Begins a further document on a page of its own; page numbers begin anew. */
  nextDocument(): void {
    this.#firstPage = this.#doc.bufferedPageRange().count;
    this.#doc.addPage();
  }

  /** Draws on every page of the document at hand, once all its pages are there. */
  onEveryPage(draw: (page: number, pages: number) => void): void {
    const pages = this.#doc.bufferedPageRange().count - this.#firstPage;
    for (let page = 1; page <= pages; page += 1) {
      this.#doc.switchToPage(this.#firstPage + page - 1);
      draw(page, pages);
    }
  }

  async finish(): Promise<Uint8Array> {
    this.#doc.end();
    return await this.#bytes;
  }

  #lines(words: string, width: number, style: TextStyle): readonly string[] {
    if (words === '') return [];
    this.#use(style);
    return words.split('\n').flatMap((line) => wrapText(line, width, (piece) => this.#measure(piece, style)));
  }

  /** Sets font and size; answers the height of a line. */
  #use({ font = 'regular', size = 9.5 }: TextStyle): number {
    return this.#doc.font(font).fontSize(size).currentLineHeight(true) + lineGap;
  }

  /** Width of a piece; words come again and again, so it is measured once. */
  #measure(piece: string, style: TextStyle): number {
    const key = `${style.font} ${style.size} ${style.align} ${piece}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const width = this.#doc.widthOfString(piece, features(style));
    this.#widths.set(key, width);
    return width;
  }
}

/** Also without the letters' joining rules, which take most of the time and never meet a number. pdfkit's types know lists only. */
const evenFigures = { tnum: true, calt: false, ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];

/**
 * Figures of one width in columns of numbers only: in a text they would tear hyphens apart. Without features of its own a text is
 * laid out from words that were laid out before, which makes long papers five times as fast.
 */
function features({ align }: TextStyle): PDFKit.Mixins.TextOptions {
  return align === 'right' ? { features: evenFigures } : {};
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}
