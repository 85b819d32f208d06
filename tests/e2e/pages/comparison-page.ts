import { expect, type Locator, type Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** The comparison list of Get Website Data and its detail window. */
export class ComparisonPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  /** From the report of a run that left enquiries to look at. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Compare enquiries' }).click();
    await this.window.shows('Comparison list');
  }

  /** An enquiry by its kind and number or subject. */
  row(name: string | RegExp): Locator {
    return this.page.getByRole('grid', { name: 'Comparison list' }).getByRole('row', { name });
  }

  importAll(): Locator {
    return this.page.getByRole('button', { name: 'Import all' });
  }

  /** The detail window. */
  detail(): Locator {
    return this.page.getByRole('dialog');
  }

  /** What the detail window shows of one field: register, incoming data. */
  async fieldTexts(field: string): Promise<readonly string[]> {
    const cells = await this.detail().getByRole('row', { name: field, exact: true }).getByRole('cell').allInnerTexts();
    return cells.slice(1, 3);
  }

  /** The Result column of one field. */
  result(field: string): Locator {
    return this.detail().getByRole('textbox', { name: `Result, ${field}`, exact: true });
  }

  choice(
    name: 'Reject' | 'Decline' | 'Decide later' | 'New' | 'Import' | 'Approve as new contact' | 'Approve and import',
  ): Locator {
    return this.detail().getByRole('button', { name, exact: true });
  }

  /** Links to another contact: types its name and takes the first one found. */
  async link(name: string): Promise<void> {
    await this.detail().getByRole('combobox', { name: 'Contact list' }).fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  async isClosed(): Promise<void> {
    await expect(this.detail()).toBeHidden();
  }
}
