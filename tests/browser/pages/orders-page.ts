import type { Locator, Page } from '@playwright/test';

/** The order history: all orders of the customer, newest first. */
export class OrdersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/orders');
  }

  /** Every order in the list, back orders among them, from top to bottom. */
  rows(): Locator {
    return this.page.getByRole('main').getByRole('listitem').getByRole('link');
  }

  orderNos(): Locator {
    return this.rows().locator('.order-no');
  }

  row(orderNo: string): Locator {
    return this.rows().filter({ hasText: orderNo });
  }

  /** Back orders that stand under their origin. */
  backOrdersOf(orderNo: string): Locator {
    return this.page.getByRole('list', { name: `Belongs to order ${orderNo}` }).getByRole('link');
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(text);
    await this.page.getByRole('button', { name: 'Search' }).click();
  }

  async older(): Promise<void> {
    await this.page.getByRole('link', { name: 'Older orders' }).click();
  }

  async newer(): Promise<void> {
    await this.page.getByRole('link', { name: 'Newer orders' }).click();
  }
}
