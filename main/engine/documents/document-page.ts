import { cleanName, cleanParagraphs } from '../../../shared/clean-text.ts';
import type { DocumentAddress, DocumentHead } from './document-models.ts';
import { type DocumentSheet, quiet, sheet } from './document-sheet.ts';
import { documentWords } from './document-words.ts';

/** A label and its value, in the block beside the address. An empty value is left out. */
export type Fact = readonly [label: string, value: string];

export type PageHead = {
  readonly title: string;
  /** Small word beside the title: Original or Copy; or empty. */
  readonly mark: string;
  readonly facts: readonly Fact[];
};

const rightColumn = 122 * (72 / 25.4);
const rightWidth = sheet.right - rightColumn;
const labelWidth = 92;
const pageNoWidth = 72;
const longestText = 4000;

/** Draws title, company, recipient and facts on the first page. Answers where the table may begin. */
export function drawHead(paper: DocumentSheet, model: DocumentHead, head: PageHead): number {
  const titleHeight = paper.text(head.title, { x: sheet.left, y: 40, width: 280 }, { font: 'bold', size: 22 });
  paper.text(head.mark, { x: sheet.left, y: 40 + titleHeight + 2, width: 280 }, { size: 10, colour: quiet });
  drawCompany(paper, model);
  const addressEnd = drawRecipient(paper, model.recipient, documentWords(model.language).attention);
  const factsEnd = drawFacts(paper, head.facts);
  return Math.max(sheet.bodyTop, addressEnd + 20, factsEnd + 20);
}

/** Draws the foot of every page, and on the pages after the first which document they belong to. */
export function drawFeet(paper: DocumentSheet, model: DocumentHead, running: string): void {
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

/** Draws text of several lines under a table, on a new page where it does not fit. Answers where it ends. */
export function drawText(paper: DocumentSheet, text: string, top: number): number {
  const paragraphs = cleanParagraphs(text.slice(0, longestText)).split('\n');
  let y = top;
  for (const paragraph of paragraphs) {
    const place = { x: sheet.left, width: sheet.contentWidth };
    const height = Math.max(paper.textHeight(paragraph, place.width), 6);
    y = startBelow(paper, y, height);
    paper.text(paragraph, { ...place, y });
    y += height + 2;
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
function postalLines(address: Omit<DocumentAddress, 'contactPerson'>): readonly string[] {
  const town = `${address.postcode} ${address.city}`;
  return [address.addressLine1, address.addressLine2, town, address.country]
    .map((line) => cleanName(line, 80))
    .filter(Boolean);
}

function drawCompany(paper: DocumentSheet, { company }: DocumentHead): void {
  let y = 43;
  y +=
    paper.text(cleanName(company.name, 80), { x: rightColumn, y, width: rightWidth }, { font: 'bold', size: 11 }) + 2;
  for (const line of postalLines(company)) {
    y += paper.text(line, { x: rightColumn, y, width: rightWidth }, { size: 8.5, colour: quiet });
  }
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

function drawFacts(paper: DocumentSheet, facts: readonly Fact[]): number {
  let y: number = sheet.windowTop;
  for (const [label, value] of facts) {
    if (value === '') continue;
    paper.text(label, { x: rightColumn, y: y + 0.7, width: labelWidth }, { size: 8.5, colour: quiet });
    y += paper.text(value, { x: rightColumn + labelWidth, y, width: rightWidth - labelWidth }) + 2.5;
  }
  return y;
}
