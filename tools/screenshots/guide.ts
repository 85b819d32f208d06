import { expect as expectSoon, type Locator, type Page } from '@playwright/test';
import { textsFor } from '../../renderer/ui/texts.ts';
import { type MenuCommandId, menuPath } from '../../shared/menu-model.ts';
import type { ProgramLanguage } from '../../shared/program-language.ts';
import { MainWindow, menuPlatform } from '../../tests/e2e/pages/main-window.ts';
import { answerFileDialogs } from '../../tests/support/dialogs.ts';
import type { StartedApp } from '../../tests/support/start-app.ts';

/** What a scene waits for may take its time: pictures are made on busy machines. */
export const expect = expectSoon.configure({ timeout: 20_000 });

/** Leads the started program from view to view in the language of its windows; labels are named by their text keys. */
export class Guide {
  readonly page: Page;
  readonly window: MainWindow;
  readonly t: ReturnType<typeof textsFor>;
  private readonly app: StartedApp;
  private readonly language: ProgramLanguage;

  constructor(app: StartedApp, language: ProgramLanguage) {
    this.app = app;
    this.page = app.page;
    this.language = language;
    this.window = new MainWindow(app.page);
    this.t = textsFor({ language, region: language === 'nb' ? 'nb-NO' : 'en-GB' });
  }

  /** Clicks through the menu bar to where a command stands. */
  async command(id: MenuCommandId): Promise<void> {
    await this.window.choose(...menuPath(id, menuPlatform, this.language));
  }

  /** Opens the menus in which a command stands, and leaves them open. */
  async openMenu(id: MenuCommandId): Promise<void> {
    await this.window.choose(...menuPath(id, menuPlatform, this.language).slice(0, -1));
  }

  /** By a menu, and waits for the page of that title. */
  async open(id: MenuCommandId, title: string | RegExp): Promise<void> {
    await this.command(id);
    await this.window.shows(title);
  }

  /** By the navigation at the left, and waits for the page of that title. */
  async goTo(entry: string, title: string = entry): Promise<void> {
    await this.page.getByRole('navigation').getByText(entry, { exact: true }).click();
    await this.window.shows(title);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();
  }

  /** Inside the dialog that stands open. */
  inDialog(name: string): Locator {
    return this.window.dialog().last().getByRole('button', { name, exact: true });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** Presses a button and waits for the dialog that it opens. */
  async pressForDialog(name: string | RegExp): Promise<void> {
    await this.press(name);
    await expect(this.window.dialog().last()).toBeVisible();
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }

  /** A row of the list, by a text that stands in it. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ hasText: text }).first();
  }

  /** Opens the first row of the list that has that text. */
  async openRow(text: string | RegExp, title: string | RegExp): Promise<void> {
    await this.row(text).getByRole('gridcell').last().click();
    await this.window.shows(title);
  }

  /** Ticks the boxes of the first rows of a list. */
  async selectRows(count: number): Promise<void> {
    for (let row = 1; row <= count; row += 1) {
      const box = this.page.getByRole('row').nth(row).getByRole('checkbox');
      if (!(await box.isChecked())) await box.click();
    }
  }

  /** Opens a webshop order from the list. */
  async openOrder(webOrderNo: string): Promise<void> {
    await this.goTo(this.t('frame:navigation.orders'));
    await this.page.getByRole('searchbox').fill(webOrderNo);
    await this.openRow(webOrderNo, /\d/);
    await expect(this.page.getByRole('tab', { name: this.t('orders:tab.lines') })).toBeVisible();
  }

  /** The next file dialogs answer this path. */
  answerFileDialogs(path: string | null): Promise<void> {
    return answerFileDialogs(this.app, path);
  }

  /** What is loading has come. */
  async settle(): Promise<void> {
    await expect(this.page.getByRole('progressbar')).toHaveCount(0);
    await this.page.evaluate(() => document.fonts.ready);
    // What has come is painted with the next frame but one
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The mail in its frame has come. */
  async mailIsThere(webOrderNo: string | RegExp): Promise<void> {
    await expect(this.page.frameLocator('iframe').first().locator('body')).toContainText(webOrderNo);
  }

  /** Closes menus, dialogs and panels that a scene left open: by Esc, else by the last button, which leaves things as they are. */
  async tidy(): Promise<void> {
    const open = this.window.dialog().or(this.page.getByRole('menu'));
    for (let turn = 0; turn < 6 && (await open.count()) > 0; turn += 1) {
      const isStubborn = turn > 2 && (await this.window.dialog().count()) > 0;
      if (isStubborn) await this.window.dialog().last().getByRole('button').last().click();
      else await this.page.keyboard.press('Escape');
      await this.page.waitForTimeout(250);
    }
  }

  /** One of the buttons above a list, which may have a count behind its name. */
  async showOnly(chip: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByText(new RegExp(`^${chip}`))
      .first()
      .click();
  }
}
