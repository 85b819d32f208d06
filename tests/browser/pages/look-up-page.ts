import type { Locator, Page } from '@playwright/test';

/** Seeing one order without an account. */
export class LookUpPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/look-up');
  }

  async ask(orderNo: string, email: string): Promise<void> {
    await this.page.getByLabel('Order number').fill(orderNo);
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByRole('button', { name: 'Send link' }).click();
  }

  /** On the page of a mailed link: spends it. */
  async show(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show order' }).click();
  }

  spent(): Locator {
    return this.page.getByRole('heading', { name: 'This link no longer works' });
  }
}
