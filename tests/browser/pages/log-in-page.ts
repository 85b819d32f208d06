import type { Locator, Page } from '@playwright/test';
import { customerPassword } from '../../support/shop-desk.ts';

/** The way in. */
export class LogInPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/log-in');
  }

  async logIn(email: string, password = customerPassword): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  }

  /** On the page for a forgotten password. */
  async askForLink(email: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByRole('button', { name: 'Send link' }).click();
  }

  /** What went wrong, said above the form. */
  alert(): Locator {
    return this.page.getByRole('alert');
  }

  /** What has just been done. */
  status(): Locator {
    return this.page.getByRole('status');
  }
}
