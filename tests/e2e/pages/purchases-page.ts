import { expect, type Locator, type Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Purchase - Purchase orders. */
export class PurchasesPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async openFirst(): Promise<void> {
    await this.window.command('view.purchase.purchase-orders');
    await this.window.shows('Purchase orders');
    await this.page
      .getByRole('row', { name: /^Purchase order \d+/ })
      .first()
      .click();
    await this.window.shows(/^Purchase order \d+$/);
  }

  deliveryDate(): Locator {
    return this.page.getByRole('textbox', { name: 'Delivery date', exact: true });
  }

  /** Receives so many of each product into stock. */
  async receive(quantities: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('button', { name: 'Receive', exact: true }).click();
    const dialog = this.window.dialog();
    for (const [product, quantity] of Object.entries(quantities)) {
      await dialog.getByRole('textbox', { name: `Received, ${product}` }).fill(quantity);
    }
    await dialog.getByRole('button', { name: 'Receive into stock' }).click();
    await expect(dialog).toBeHidden();
  }
}
