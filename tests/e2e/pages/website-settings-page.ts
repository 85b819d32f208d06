import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
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

  /** The check box of a rule of Customer communication. */
  rule(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true });
  }

  /** The fold of a rule's options: it says in short what they leave unsaid. */
  fold(rule: string): Locator {
    return this.page.getByRole('button', { name: `– ${rule}` });
  }

  /** A field of a rule's options, once their fold is open. */
  option(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
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

  /** The texts of order status e-mails. */
  statusTexts(): Locator {
    return this.page.getByRole('region', { name: 'Texts of order status e-mails' });
  }

  statusText(label: 'Subject' | 'Text above the changes' | 'Text below the changes'): Locator {
    return this.statusTexts().getByRole('textbox', { name: label, exact: true });
  }

  /** How customers see amounts. */
  prices(): Locator {
    return this.page.getByRole('region', { name: 'Prices' });
  }

  /** The sample beside the texts, as the customer sees it. */
  sample(): FrameLocator {
    return this.statusTexts().frameLocator('iframe');
  }

  /** Chooses a file as logo of the mails. */
  async chooseLogo(file: string): Promise<void> {
    await this.statusTexts().locator('input[type="file"]').setInputFiles(file);
  }

  stored(): Locator {
    return this.page.getByText('Stored in the keychain of this computer.');
  }

  /** Mails that come back. */
  returnBox(): Locator {
    return this.page.getByRole('region', { name: 'Mails that come back' });
  }

  /** A field, choice or button of the tab by its label. */
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Checks the mail settings and waits for the end. Answers the verdict of every step by its name. */
  async check(): Promise<Readonly<Record<string, string>>> {
    await this.page.getByRole('button', { name: /^Check (e-mail|again)$/ }).click();
    await expect(this.page.getByText(/^Checked: /)).toBeVisible({ timeout: 40_000 });
    const steps = await this.checkSteps().all();
    const entries = steps.map(async (step): Promise<[string, string]> => {
      const [verdict = '', name = ''] = (await step.innerText()).split('\n').filter((line) => line.trim() !== '');
      return [name, verdict];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  checkSteps(): Locator {
    return this.page.getByRole('list', { name: 'Results of the check' }).getByRole('listitem');
  }

  async sendTest(to: string): Promise<void> {
    await this.field('Test mail to').fill(to);
    await this.page.keyboard.press('Enter');
  }
}
