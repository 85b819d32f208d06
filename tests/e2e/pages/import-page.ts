import { expect, type Locator, type Page } from '@playwright/test';

const mostSteps = 60;

/** File - Import. */
export class ImportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The step that stands open, such as `2 Columns`. */
  step(): Locator {
    return this.page.getByRole('list', { name: 'Steps' }).locator('[aria-current=step]');
  }

  /** What the preview counts, by its word. */
  async counts(): Promise<Readonly<Record<string, string>>> {
    await expect(this.step()).toHaveText('3 Preview');
    const pairs = await this.page.getByLabel('Counts').locator('> div').all();
    return Object.fromEntries(
      await Promise.all(
        pairs.map(
          async (pair) => [await pair.locator('dt').innerText(), await pair.locator('dd').innerText()] as const,
        ),
      ),
    );
  }

  /** Goes to a button by Tab and presses Enter. */
  async pressOn(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true });
    await button.waitFor();
    for (let step = 0; step < mostSteps; step += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await this.page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await this.page.keyboard.press('Enter');
  }
}
