import type { Locator, Page } from '@playwright/test';

/** Name, address and what else a customer tells of himself: in the shop, when registering, when proposing a change. */
export class CustomerForm {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  field(label: string): Locator {
    return this.page.getByRole('main').getByLabel(label);
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await this.field(label).fill(text);
  }

  async send(button: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button }).click();
  }
}
