import { expect, type Locator, type Page } from '@playwright/test';
import { type MenuCommandId, menuPath } from '../../../shared/menu-model.ts';

/** The menu bar's conventions on the machine that tests. */
export const menuPlatform = process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'mac' : 'linux';

/** The main window: menu bar, tool bar, status bar, and the page that is open. */
export class MainWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The title of the page that is open. */
  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  statusBar(): Locator {
    return this.page.getByRole('contentinfo');
  }

  /** The dialog or question that stands open. */
  dialog(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'));
  }

  /** Everything that tells of a failure. */
  alert(): Locator {
    return this.page.getByRole('alert');
  }

  /** Clicks through the menu bar, label by label. */
  async choose(...labels: readonly string[]): Promise<void> {
    const [first = '', ...rest] = labels;
    const bar = this.page.getByRole('menubar');
    await bar.getByRole('menuitem', { name: first, exact: true }).click();
    for (const label of rest) {
      const menu = this.page.getByRole('menu').last();
      await menu
        .getByRole('menuitem', menuName(label))
        .or(menu.getByRole('menuitemradio', menuName(label)))
        .click();
    }
  }

  /** Clicks through the menu bar to where a command stands. */
  async command(id: MenuCommandId): Promise<void> {
    await this.choose(...menuPath(id, menuPlatform, 'en'));
  }

  /** View - E-Commerce - Update Website, from wherever a button offers it, or the menu; answers what it says when it is done. */
  async updateWebsite(by: () => Promise<void> = () => this.command('view.e-commerce.update-website')): Promise<string> {
    await by();
    await this.dialog().getByRole('button', { name: 'Update Website', exact: true }).click();
    await expect(this.dialog().getByRole('status').or(this.dialog().getByRole('alert'))).toBeVisible();
    const outcome = await this.dialog().innerText();
    await this.dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await expect(this.dialog()).toBeHidden();
    return outcome;
  }

  /** The page of that title stands open. */
  async shows(title: string | RegExp): Promise<void> {
    await expect(this.heading()).toHaveText(title);
  }
}

/** A menu item's name, with or without the key beside it. */
function menuName(label: string): { readonly name: RegExp } {
  const escaped = label.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return { name: new RegExp(`^${escaped}( (Ctrl|Shift|Alt|F\\d|Del).*)?$`) };
}
