import { expect, type Locator, type Page } from '@playwright/test';
import { MainWindow } from './main-window.ts';

/** View - Sales/Invoicing - Order registration: the list of sales orders, and the order window. */
export class OrdersPage {
  readonly page: Page;
  private readonly window: MainWindow;

  constructor(page: Page) {
    this.page = page;
    this.window = new MainWindow(page);
  }

  /** Opens the list by the menu and an order by a click on its row. */
  async openOrder(webOrderNo: string): Promise<void> {
    await this.window.command('view.sales.order-registration');
    await this.window.shows('Sales orders');
    await this.page.getByRole('row').filter({ hasText: webOrderNo }).click();
    await this.window.shows(/^Order \d+$/);
    await expect(this.page.getByRole('main')).toContainText(webOrderNo);
  }

  async showTab(name: 'Product lines' | 'Freight' | 'Text' | 'Miscellaneous' | 'History'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }

  picked(): Locator {
    return this.page.getByRole('checkbox', { name: 'Picked' });
  }

  /** Opens an order and marks it as picked: the shortest piece of news. */
  async markPicked(webOrderNo: string): Promise<void> {
    await this.openOrder(webOrderNo);
    await this.showTab('Miscellaneous');
    await this.picked().click();
    await expect(this.picked()).toBeChecked();
    await expect(this.next()).toContainText('has been picked');
  }

  /** Of the first parcel, before one was entered. */
  carrier(): Locator {
    return this.page.getByRole('combobox', { name: 'Carrier', exact: true });
  }

  shippingNo(): Locator {
    return this.page.getByRole('textbox', { name: 'Shipping no.', exact: true });
  }

  deliveryDate(): Locator {
    return this.page.getByRole('textbox', { name: 'Delivery date of the order' });
  }

  toBeDelivered(product: string): Locator {
    return this.page.getByRole('textbox', { name: `To be delivered, ${product}` });
  }

  /** Confirms the question that Invoice asks. */
  async invoice(): Promise<void> {
    await this.page.getByRole('button', { name: 'Invoice', exact: true }).click();
    const question = this.window.dialog();
    await expect(question).toContainText(/^Invoice order \d+\?/);
    await question.getByRole('button', { name: /^Invoice/ }).click();
    await expect(question).toBeHidden();
  }

  /** The file dialog has to be answered before. */
  async saveDeliveryNote(): Promise<void> {
    await this.page.getByRole('button', { name: 'Print delivery note, more choices' }).click();
    await this.page.getByRole('menuitem', { name: 'Save as PDF' }).click();
  }

  /** The tree of Order Hierarchy. */
  hierarchy(): Locator {
    return this.window.dialog().getByRole('tree', { name: 'Order Hierarchy' });
  }

  /** What the next run will tell of this order. */
  next(): Locator {
    return this.page.getByRole('region', { name: 'Next Get Website Data will tell' });
  }

  /** What the customer was told of this order. */
  told(): Locator {
    return this.page.getByRole('region', { name: 'Customer knows' });
  }
}

/** Types into a field and leaves it, which stores it. */
export async function typeAndLeave(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
}
