import type { Locator, Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Warehouse - Stock taking. */
export class StockTakingPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async open(): Promise<void> {
    await this.window.command('view.warehouse.stock-taking');
    await this.window.shows('Stock taking');
  }

  counted(product: string): Locator {
    return this.page.getByRole('textbox', { name: `Counted, ${product}` });
  }
}
