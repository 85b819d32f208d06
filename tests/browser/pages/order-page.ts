import type { Locator, Page } from '@playwright/test';

/** One order. */
export class OrderPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(orderId: string): Promise<void> {
    await this.page.goto(`/orders/${orderId}`);
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** What was said about the order, newest first: time and sentences. */
  news(): Locator {
    return this.part('What happened').getByRole('listitem');
  }

  /** The cells of a product's line, from its description to its amount. */
  line(description: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: description }) });
  }

  trackingLink(shippingNo: string): Locator {
    return this.part('Parcels').getByRole('link', { name: `Track parcel ${shippingNo}` });
  }

  /** A part of the page by its heading. */
  part(heading: string): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { level: 2, name: heading }) });
  }
}
