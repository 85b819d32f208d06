import type { Page } from '@playwright/test';

/** One view worth a picture, and how to get there. */
export interface Scene {
  /** The picture's file name. */
  readonly name: string;
  /** Brings the window from whatever it shows to this view, and waits until it is complete. */
  show(page: Page): Promise<void>;
}

export const scenes: readonly Scene[] = [
  {
    name: 'start',
    show: async (page) => {
      await page.waitForFunction(() => document.title.includes('Orderbud'));
    },
  },
];
