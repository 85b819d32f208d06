import type { Locator, Page } from '@playwright/test';

/** What a bar-code scanner does: it types a code where the focus is, and ends with Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

/** The field in which scans are expected. */
export function scanField(page: Page, name = 'Scan products'): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** A scan at a scanner's pace while that field has the focus: its characters arrive within a few milliseconds. */
export async function scanInto(field: Locator, code: string): Promise<void> {
  await field.evaluate((element, text) => {
    if (!(element instanceof HTMLInputElement)) throw new Error('No field');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const press = (key: string) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (const key of text) {
      if (!press(key)) continue;
      write?.call(element, element.value + key);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
    press('Enter');
  }, code);
}
