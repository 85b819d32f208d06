import type { Locator, Page } from '@playwright/test';

/** Choosing a password by a one-time link. */
export class SetPasswordPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async choose(password: string): Promise<void> {
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Save and log in' }).click();
  }

  /** The same for who registers: the password confirms the e-mail. */
  async confirm(password: string): Promise<void> {
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Confirm your e-mail' }).click();
  }

  /** What is said where the link was used, is too old, or is not the newest. */
  spent(): Locator {
    return this.page.getByRole('heading', { name: 'This link no longer works' });
  }
}
