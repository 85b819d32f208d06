import { expect, type Locator, type Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** What the report of a run says in figures, by the words in the window. */
export type ReportFigures = Readonly<Record<string, number>>;

/** View - E-Commerce - Get Website Data: what would be told, the run, its report, and the mails that need a decision. */
export class WebsiteDataPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  /** By the button of the tool bar, or another way. A report that still stands there is put away. */
  async open(by: () => Promise<void> = () => this.button().click()): Promise<void> {
    await by();
    await this.window.shows('Get Website Data');
    await this.putAway();
  }

  /** Puts the last report away: the page then shows what the next run would do. */
  async putAway(): Promise<void> {
    await expect(this.start().or(this.finish())).toBeVisible();
    if (await this.finish().isVisible()) await this.finish().click();
    await expect(this.start()).toBeVisible();
  }

  /** On the tool bar. */
  button(): Locator {
    return this.page.getByRole('toolbar', { name: 'Main' }).getByRole('button', { name: 'Get Website Data' });
  }

  start(): Locator {
    return this.page.getByRole('button', { name: 'Start', exact: true });
  }

  finish(): Locator {
    return this.page.getByRole('button', { name: 'Finish', exact: true });
  }

  /** What the next run would tell, and to whom. */
  wouldBeTold(): Locator {
    return this.page.getByRole('region', { name: 'Would be told now' });
  }

  report(): Locator {
    return this.page.getByRole('region', { name: /^Report of / });
  }

  async showOrderList(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Show order list' }).click();
    await this.window.shows('Show order list');
  }

  /** Beside the report and over Show order list. */
  saveAsCsv(): Locator {
    return this.page.getByRole('button', { name: 'Save as CSV…' });
  }

  /** The mails of the report. */
  mails(): Locator {
    return this.page.getByRole('region', { name: 'Mails', exact: true });
  }

  uncertain(): Locator {
    return this.page.getByRole('region', { name: 'Uncertain mails' });
  }

  /** Addresses that the mail server refused. */
  refusedAddresses(): Locator {
    return this.page.getByRole('region', { name: 'Refused addresses' });
  }

  /** Customers of the report who were not told, with the reason. */
  notTold(): Locator {
    return this.page.getByRole('region', { name: 'Not told, and why' });
  }

  /** Clicks Start and waits for the report. */
  async run(timeoutMs?: number): Promise<ReportFigures> {
    await this.putAway();
    await this.start().click();
    return this.finished(timeoutMs);
  }

  /** The figures of the report, once it stands there. */
  async finished(timeoutMs = 30_000): Promise<ReportFigures> {
    await expect(this.report()).toBeVisible({ timeout: timeoutMs });
    const names = await this.report().getByRole('term').allInnerTexts();
    const values = await this.report().getByRole('definition').allInnerTexts();
    return Object.fromEntries(names.map((name, index) => [name, Number(values[index])]));
  }
}
