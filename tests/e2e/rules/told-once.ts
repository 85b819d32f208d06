import { expect, type Page } from '@playwright/test';
import type { CaughtMail } from '../../../demo/mail-catcher.ts';
import { textOf } from '../../../demo/site-visitor.ts';
import { type E2eShop, kari, sender } from '../../support/e2e-shop.ts';
import { WebsiteDataPage } from '../pages/website-data-page.ts';

/** What the mail about Kari's order must say. */
export type News = {
  /** Every change, as the customer reads it; no other may stand in the mail. */
  readonly sentences: readonly string[];
  /** Opens Get Website Data another way than by the button of the tool bar. */
  readonly openBy?: () => Promise<void>;
};

/**
 * Runs Get Website Data in the window and proves that Kari, and nobody else, is told exactly this: in one mail, text and HTML
 * alike, and on My page; and that the next run tells nothing.
 */
export async function expectToldOnce(page: Page, shop: E2eShop, news: News): Promise<void> {
  const before = shop.mails.length;
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open(news.openBy);
  for (const sentence of news.sentences) await expect(websiteData.wouldBeTold()).toContainText(sentence);
  const figures = await websiteData.run();
  expect(figures).toMatchObject({ 'Mails planned': 1, 'Accepted by the mail server': 1, Refused: 0, Uncertain: 0 });
  await expect(websiteData.mails()).toContainText(kari.email);
  await expect(websiteData.mails()).toContainText('Accepted');
  expect(shop.mails).toHaveLength(before + 1);
  expectMail(shop.mails[before], news);
  const onMyPage = await shop.readMyPage();
  for (const sentence of news.sentences) expect(onMyPage).toContain(sentence);
  await expectNothingToTell(page, shop);
}

/** Runs Get Website Data and proves that nobody is told anything. */
export async function expectNothingToTell(page: Page, shop: E2eShop): Promise<void> {
  const before = shop.mails.length;
  const websiteData = new WebsiteDataPage(page);
  await websiteData.open();
  await expect(page.getByText('No customer would be told anything now')).toBeVisible();
  expect(await websiteData.run()).toMatchObject({ 'Mails planned': 0, 'Accepted by the mail server': 0 });
  expect(shop.mails).toHaveLength(before);
}

function expectMail(mail: CaughtMail | undefined, { sentences }: News): void {
  expect(mail).toMatchObject({ from: sender.address, to: kari.email, user: 'shop', wasEncrypted: true });
  expect(mail?.parsed.from?.value).toEqual([sender]);
  expect(mail?.parsed.to).toMatchObject({ value: [{ address: kari.email }] });
  expect(mail?.parsed.subject).toContain(kari.webOrderNo);
  expect(toldIn(mail?.parsed.text ?? '')).toEqual(sentences);
  for (const sentence of sentences) expect(textOf(mail?.parsed.html || '')).toContain(sentence);
}

/** The changes that a mail's text part lists: the first list in it, whatever the language, with folded lines put together. */
function toldIn(plain: string): readonly string[] {
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
