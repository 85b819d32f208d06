import type { Locator, Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - E-Commerce - Website Settings. */
export class WebsiteSettingsPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async open(tab: 'Settings Webshop' | 'E-mail (SMTP)' | 'Password settings' | 'Website'): Promise<void> {
    await this.window.command('view.e-commerce.website-settings');
    await this.window.shows('Website Settings');
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
    await this.page.getByRole('tabpanel', { name: tab, exact: true }).waitFor();
  }

  port(): Locator {
    return this.page.getByRole('textbox', { name: 'Port', exact: true });
  }

  /** Of the mail server. */
  password(): Locator {
    return this.page.getByLabel('Password', { exact: true });
  }

  /** The texts of mails about accounts. */
  async showText(mail: string, language: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Mail', exact: true }).selectOption({ label: mail });
    await this.page.getByRole('combobox', { name: 'Language of the text' }).selectOption({ label: language });
  }

  mailSubject(): Locator {
    return this.page.getByRole('textbox', { name: 'Subject of the mail' });
  }

  mailText(): Locator {
    return this.page.getByRole('textbox', { name: 'Text of the mail' });
  }

  stored(): Locator {
    return this.page.getByText('Stored in the keychain of this computer.');
  }

  /** Mails that come back. */
  returnBox(): Locator {
    return this.page.getByRole('region', { name: 'Mails that come back' });
  }

  testConnection(): Locator {
    return this.page.getByRole('button', { name: 'Test connection' });
  }
}
