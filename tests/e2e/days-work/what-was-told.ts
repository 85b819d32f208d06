import { expect, type Locator } from '@playwright/test';
import type { CaughtMail } from '../../../demo/mail-catcher.ts';
import { textOf } from '../../../demo/site-visitor.ts';
import type { ReportFigures } from '../pages/website-data-page.ts';

/** What the customer strip says that the next run will tell, sentence by sentence as the customer will read it. */
export async function sentencesOf(strip: Locator): Promise<readonly string[]> {
  return strip.locator('li > span:first-child').allInnerTexts();
}

/**
 * One mail went to each of these customers and to nobody else, and its text and its HTML tell what the strips of the
 * customer's orders said, and nothing besides.
 */
export function expectMails(mails: readonly CaughtMail[], said: Readonly<Record<string, readonly string[]>>): void {
  expect(mails.map(({ to }) => to).toSorted()).toEqual(Object.keys(said).toSorted());
  for (const { to, parsed } of mails) {
    expect(changesIn(parsed.text ?? ''), to).toEqual(said[to]);
    const html = textOf(parsed.html || '');
    for (const sentence of said[to] ?? []) expect(html, to).toContain(sentence);
  }
}

/** The figures of a report, by the words in the window. */
export async function figuresOf(report: Locator): Promise<ReportFigures> {
  const names = await report.getByRole('term').allInnerTexts();
  const values = await report.getByRole('definition').allInnerTexts();
  return Object.fromEntries(names.map((name, index) => [name, Number(values[index])]));
}

/** Planned first, then every way a mail can end. Figures that the report leaves out are 0. */
export const mailFigures = [
  'Mails planned',
  'Accepted by the mail server',
  'Waiting for the next run',
  'Refused',
  'Uncertain',
  'Held',
] as const;

/** Every mail that was planned ended in exactly one of the ways. */
export function expectReportAddsUp(figures: ReportFigures, [planned = '', ...ends]: readonly string[]): void {
  expect(figures[planned]).toBe(ends.reduce((sum, end) => sum + (figures[end] ?? 0), 0));
}

/** The changes that a mail's text part lists: the first list in it, with folded lines put together. */
function changesIn(plain: string): readonly string[] {
  const lines = plain.split('\n');
  const list = lines.slice(lines.findIndex((line) => line.startsWith('- ')));
  const end = list.findIndex((line) => line.trim() === '');
  return list
    .slice(0, end)
    .join('\n')
    .split(/^- /m)
    .slice(1)
    .map((item) => item.replaceAll(/\s+/g, ' ').trim());
}
