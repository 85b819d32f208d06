import { cleanName, cleanParagraphs } from '../../../shared/clean-text.ts';
import { code128 } from './bar-code.ts';
import type { DocumentAddress, DocumentLetterhead } from './document-models.ts';
import { type DocumentSheet, quiet, sheet } from './document-sheet.ts';
import { documentWords } from './document-words.ts';

/** A label and its value, in the block beside the address. An empty value is left out. */
export type Fact = readonly [label: string, value: string];

export type PageHead = {
  readonly title: string;
  /** Small word beside the title: Original or Copy; or empty. */
  readonly mark: string;
  readonly facts: readonly Fact[];
  /** Printed as a bar code under the title: the number to scan. */
  readonly barCode?: string;
};

/** Whom a paper goes to; a list for the warehouse goes to nobody. */
type Letterhead = DocumentLetterhead & { readonly recipient?: DocumentAddress };

const barCodeTop = 92;
const barCodeHeight = 24;
const logoTop = 28;
const logoHeight = 15 * (72 / 25.4);
const rightColumn = 122 * (72 / 25.4);
const rightWidth = sheet.right - rightColumn;
const labelWidth = 92;
const pageNoWidth = 72;
/** As long as a text may be stored: nothing of it is cut off. */
const longestText = 10_000;

/** Draws title, company, recipient and facts on the first page. Answers where the table may begin. */
export function drawHead(paper: DocumentSheet, model: Letterhead, head: PageHead): number {
  const titleHeight = paper.text(head.title, { x: sheet.left, y: 40, width: 280 }, { font: 'bold', size: 22 });
  paper.text(head.mark, { x: sheet.left, y: 40 + titleHeight + 2, width: 280 }, { size: 10, colour: quiet });
  const bars = head.barCode === undefined ? null : code128(head.barCode);
  if (bars !== null) paper.bars(bars, 1, { x: sheet.left, y: barCodeTop, height: barCodeHeight });
  const companyEnd = drawCompany(paper, model);
  const { attention } = documentWords(model.language);
  const addressEnd = model.recipient === undefined ? 0 : drawRecipient(paper, model.recipient, attention);
  const factsEnd = drawFacts(paper, head.facts, Math.max(sheet.windowTop, companyEnd + 10));
  if (model.recipient === undefined) return Math.max(sheet.windowTop, factsEnd + 20);
  return Math.max(sheet.bodyTop, addressEnd + 20, factsEnd + 20);
}

/** Draws the foot of every page, and on the pages after the first which document they belong to. */
export function drawFeet(paper: DocumentSheet, model: DocumentLetterhead, running: string): void {
  const { company, language } = model;
  const words = documentWords(language);
  const companyNo = company.companyNo === '' ? '' : `${words.companyNo} ${company.companyNo}`;
  const foot = [company.name, companyNo, company.email, company.phone]
    .map((part) => cleanName(part, 80))
    .filter(Boolean);
  paper.onEveryPage((page, pages) => {
    const small = { size: 8, colour: quiet };
    if (page > 1) {
      paper.text(running, { x: sheet.left, y: 40, width: sheet.contentWidth }, { size: 9, colour: quiet });
    }
    paper.line(sheet.footTop - 6);
    paper.text(foot.join('  ·  '), { x: sheet.left, y: sheet.footTop, width: sheet.contentWidth - pageNoWidth }, small);
    paper.text(
      words.page(page, pages),
      { x: sheet.right - pageNoWidth, y: sheet.footTop, width: pageNoWidth },
      { ...small, align: 'right' },
    );
  });
}

/** Draws text of several lines under a table, going on on new pages line by line. Answers where it ends. */
export function drawText(paper: DocumentSheet, text: string, top: number): number {
  const paragraphs = cleanParagraphs(text.slice(0, longestText)).split('\n');
  let y = top;
  const place = { x: sheet.left, width: sheet.contentWidth };
  for (const paragraph of paragraphs) {
    for (const line of paper.lines(paragraph, place.width)) {
      y = startBelow(paper, y, paper.textHeight(line, place.width));
      y += paper.text(line, { ...place, y });
    }
    y += paragraph === '' ? 8 : 2;
  }
  return y;
}

/** Where something of a height can begin: here, or at the top of a new page. */
export function startBelow(paper: DocumentSheet, y: number, height: number): number {
  if (y + height <= sheet.bottom) return y;
  paper.newPage();
  return sheet.nextPageTop;
}

/** Postal lines of a company or person, empty ones left out. */
export function postalLines(address: Omit<DocumentAddress, 'contactPerson'>): readonly string[] {
  const town = `${address.postcode} ${address.city}`;
  return [address.addressLine1, address.addressLine2, town, address.country]
    .map((line) => cleanName(line, 80))
    .filter(Boolean);
}

function drawCompany(paper: DocumentSheet, { company }: DocumentLetterhead): number {
  const place = { x: rightColumn, width: rightWidth };
  const drawn = paper.logo({ ...place, y: logoTop }, logoHeight);
  let y = drawn === 0 ? 43 : logoTop + drawn + 5;
  y += paper.text(cleanName(company.name, 80), { ...place, y }, { font: 'bold', size: 11 }) + 2;
  for (const line of postalLines(company)) {
    y += paper.text(line, { ...place, y }, { size: 8.5, colour: quiet });
  }
  return y;
}

function drawRecipient(paper: DocumentSheet, recipient: DocumentAddress, attention: (name: string) => string): number {
  const person = cleanName(recipient.contactPerson, 80);
  const name = cleanName(recipient.name, 120);
  const lines = [name, person === '' || person === name ? '' : attention(person), ...postalLines(recipient)];
  let y: number = sheet.windowTop;
  for (const line of lines.filter(Boolean)) {
    y += paper.text(line, { x: sheet.left, y, width: 85 * (72 / 25.4) }, { size: 10.5 });
  }
  return y;
}

function drawFacts(paper: DocumentSheet, facts: readonly Fact[], top: number): number {
  let y = top;
  for (const [label, value] of facts) {
    if (value === '') continue;
    paper.text(label, { x: rightColumn, y: y + 0.7, width: labelWidth }, { size: 8.5, colour: quiet });
    y += paper.text(value, { x: rightColumn + labelWidth, y, width: rightWidth - labelWidth }) + 2.5;
  }
  return y;
}
