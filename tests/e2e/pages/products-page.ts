import type { Locator, Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Products. */
export class ProductsPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async open(product: string): Promise<void> {
    await this.window.command('view.products');
    await this.window.shows('Products');
    await this.page.getByRole('row').filter({ hasText: product }).click();
    await this.window.shows(new RegExp(`${product}$`));
  }

  expectedDeliveryDate(): Locator {
    return this.page.getByRole('textbox', { name: 'Expected delivery date' });
  }
}
