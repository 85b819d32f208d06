import { expect, type Locator, type Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Sales/Invoicing - Order registration: the list of sales orders, and the order window. */
export class OrdersPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  /** Opens the list by the menu and an order by a click on its row. */
  async openOrder(webOrderNo: string): Promise<void> {
    await this.window.command('view.sales.order-registration');
    await this.window.shows('Sales orders');
    await this.page.getByRole('row').filter({ hasText: webOrderNo }).click();
    await this.window.shows(/^Order \d+$/);
    await expect(this.page.getByRole('main')).toContainText(webOrderNo);
  }

  async showTab(name: 'Product lines' | 'Freight' | 'Text' | 'Miscellaneous' | 'History'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }

  picked(): Locator {
    return this.page.getByRole('checkbox', { name: 'Picked' });
  }

  /** Types into a field and leaves it, then waits until the order window shows the stored value. */
  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Tab');
  }

  /** The strip at the right: what the customer knows, and what the next run will tell. */
  strip(): Locator {
    return this.page.getByRole('complementary');
  }
}
