import { expect, type Locator, type Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Warehouse - Warehouse: Orders, not delivered, and Deliver products. */
export class WarehousePage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  async openDeliverProducts(webOrderNo: string): Promise<void> {
    await this.window.command('view.warehouse.warehouse');
    await expect(this.page.getByRole('tab', { name: 'Orders, not delivered', selected: true })).toBeVisible();
    await this.page.getByRole('row').filter({ hasText: webOrderNo }).click();
    await this.window.shows(/^Deliver products/);
  }

  /** A row of Orders, not delivered. */
  waiting(text: string): Locator {
    return this.page.getByRole('grid', { name: 'Orders, not delivered' }).getByRole('row').filter({ hasText: text });
  }

  /** What can be done with the rows that are selected. */
  bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Orders, not delivered, what is selected' });
  }

  /** What was done to the selection. */
  result(): Locator {
    return this.page.getByRole('region', { name: 'What was done to the selection' });
  }

  delivered(product: string): Locator {
    return this.page.getByRole('textbox', { name: `Delivered, ${product}` });
  }

  /** As PDF; the file dialog has to be answered before. Waits until the list stands open again. */
  async printAndUpdateWarehouse(): Promise<void> {
    await this.page.getByRole('button', { name: 'Print and update warehouse, more choices' }).click();
    await this.page.getByRole('menuitem', { name: 'Save as PDF' }).click();
    await this.window.shows('Warehouse');
  }
}
