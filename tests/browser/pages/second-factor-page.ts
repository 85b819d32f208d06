import { expect, type Page } from '@playwright/test';
import { LogInPage } from './log-in-page.ts';

/** Log-in with a code: turning it on, and the code after the password. */
export class SecondFactorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From My settings to the page that shows the secret. */
  async begin(password: string): Promise<void> {
    await this.page.goto('/settings');
    await this.page.getByRole('link', { name: 'Turn on' }).click();
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Next' }).click();
    await expect(this.page.getByLabel('Code from the app')).toBeVisible();
  }

  async confirm(code: string): Promise<void> {
    await this.page.getByLabel('Code from the app').fill(code);
    await this.page.getByRole('button', { name: 'Turn on' }).click();
  }

  async recoveryCodes(): Promise<readonly string[]> {
    await expect(this.page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
    return this.page.getByRole('main').getByRole('listitem').allInnerTexts();
  }

  /** After the password. */
  async typeCode(code: string): Promise<void> {
    await this.page.getByLabel('Code from the app').fill(code);
    await this.page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  }

  /** In a browser that nobody has used before. */
  async logInWithRecoveryCode(email: string, code: string): Promise<void> {
    await this.page.context().clearCookies();
    const logIn = new LogInPage(this.page);
    await logIn.open();
    await logIn.logIn(email);
    await this.page.getByRole('link', { name: 'Use a recovery code' }).click();
    await this.page.getByLabel('Recovery code').fill(code);
    await this.page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  }
}
