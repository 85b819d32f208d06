import type { Locator, Page } from '@playwright/test';
import { type MenuCommandId, menuPath } from '../../shared/menu-model.ts';

/** The program's window as staff see it; the page models of single views build on it. */
export class MainWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Chooses a command in the menu bar inside the window, click by click, by the labels of the manual. */
  async choose(id: MenuCommandId): Promise<void> {
    const [menu = '', ...items] = menuPath(id, 'linux', 'en');
    await this.page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
    let opened = menu;
    for (const label of items) {
      await this.menuItem(opened, label).click();
      opened = label;
    }
  }

  /** An item of an open menu, which is named after the item that opened it; its accelerator stands behind the label. */
  private menuItem(menu: string, label: string): Locator {
    const text = this.page.getByText(label, { exact: true });
    return this.page.getByRole('menu', { name: menu, exact: true }).getByRole('menuitem').filter({ has: text });
  }
}
