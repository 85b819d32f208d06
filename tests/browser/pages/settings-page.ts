import type { Locator, Page } from '@playwright/test';

/** My settings. */
export class SettingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/settings');
  }

  language(): Locator {
    return this.page.getByRole('combobox', { name: 'Language' });
  }

  statusMails(): Locator {
    return this.page.getByRole('checkbox', { name: 'Send me e-mails' });
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save' }).click();
  }

  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    await this.page.getByLabel('Old password').fill(oldPassword);
    await this.page.getByLabel('New password').fill(newPassword);
    await this.page.getByRole('button', { name: 'Change password' }).click();
  }

  /** Where the account is logged in. */
  sessions(): Locator {
    return this.page.locator('#sessions').getByRole('listitem');
  }

  /** Ends the session of one other device. */
  async logOut(device: string): Promise<void> {
    await this.sessions().filter({ hasText: device }).getByRole('button', { name: 'Log out' }).click();
  }

  async logOutEverywhere(): Promise<void> {
    await this.page.getByRole('button', { name: 'Log out everywhere' }).click();
  }

  /** The contact details as the shop has them. */
  details(): Locator {
    return this.page.locator('#details');
  }
}
