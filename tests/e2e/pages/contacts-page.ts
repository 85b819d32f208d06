import type { Locator, Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Contacts: the list with its selection. */
export class ContactsPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async open(): Promise<void> {
    await this.window.command('view.contacts');
    await this.window.shows('Contacts');
  }

  row(name: string): Locator {
    return this.page.getByRole('row', { name, exact: true });
  }

  /** The bar above the list: how many rows are chosen, and what can be done with them. */
  bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Contacts, what is selected' });
  }
}
