import type { Locator, Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** The list of sales orders: its chips, its rows, and what can be done with the rows that are chosen. */
export class OrderList {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async open(): Promise<void> {
    await this.window.command('view.sales.order-registration');
    await this.window.shows('Sales orders');
  }

  /** One of the filters above the list; its count stands behind its name. */
  chip(name: 'All' | 'To pick' | 'To ship'): Locator {
    const chips = this.page.getByRole('group', { name: 'Show' });
    return chips.getByRole('button', { name: new RegExp(`^${name}( \\d+)?$`) });
  }

  row(webOrderNo: string): Locator {
    return this.page.getByRole('grid', { name: 'Sales orders' }).getByRole('row').filter({ hasText: webOrderNo });
  }

  async select(...webOrderNos: readonly string[]): Promise<void> {
    for (const webOrderNo of webOrderNos) await this.row(webOrderNo).getByRole('checkbox').click();
  }

  /** A button of the bar above the list. */
  action(name: string): Locator {
    const bar = this.page.getByRole('toolbar', { name: 'Sales orders, what is selected' });
    return bar.getByRole('button', { name, exact: true });
  }

  /** What was done to the selection, in words. */
  done(): Locator {
    return this.page.getByRole('region', { name: 'What was done to the selection' });
  }
}
