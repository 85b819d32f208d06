import { expect, type Locator, type Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Sales/Invoicing - Order registration: the list, its filters and what is done to a selection. */
export class SalesOrderList {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async open(): Promise<void> {
    await this.window.command('view.sales.order-registration');
    await this.window.shows('Sales orders');
    await expect(this.rows().first()).toBeVisible();
  }

  search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search sales orders' });
  }

  rows(): Locator {
    return this.page.getByRole('grid', { name: 'Sales orders' }).getByRole('row', { name: /^Order \d+, / });
  }

  row(text: string): Locator {
    return this.rows().filter({ hasText: text });
  }

  /** One of the filters above the list; its count stands behind its name. */
  chip(name: 'All' | 'To pick' | 'To ship'): Locator {
    const chips = this.page.getByRole('group', { name: 'Show' });
    return chips.getByRole('button', { name: new RegExp(`^${name}( \\d+)?$`) });
  }

  header(name: string): Locator {
    return this.page.getByRole('columnheader', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Sales orders, what is selected' });
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name, exact: true });
  }

  /** What was done to the selection, and who was left out. */
  result(): Locator {
    return this.page.getByRole('region', { name: 'What was done to the selection' });
  }
}
