import { expect, type Page } from '@playwright/test';
import { gravesIn } from '../../support/graves.ts';

/** Names of what is looked at, each with the way there from wherever the one before it left the window. */
export type Looks<Name extends string = string> = Readonly<Record<Name, () => Promise<unknown>>>;

/**
 * Opens one after the other and proves that axe finds nothing serious or critical, in light and in dark; in dark only colours
 * can differ.
 */
export async function lookAt(page: Page, looks: Looks, after: () => Promise<unknown> = async () => {}): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  for (const [name, open] of Object.entries(looks)) {
    await open();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect.soft(await gravesIn(page), name).toEqual([]);
    await showIn(page, 'dark');
    expect.soft(await gravesIn(page, 'color-contrast'), `${name}, dark`).toEqual([]);
    await showIn(page, 'light');
    await after();
  }
}

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const background = () =>
    page.evaluate(
      () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
    );
  const before = await background();
  await page.emulateMedia({ colorScheme });
  await expect.poll(background).not.toBe(before);
}
