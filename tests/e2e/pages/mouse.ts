import type { Locator } from '@playwright/test';

/** Clicks three times into a field, which marks its text, and types over it. The field is left by the next click elsewhere. */
export async function typeOver(field: Locator, text: string): Promise<void> {
  await field.click({ clickCount: 3 });
  await field.page().keyboard.type(text);
}
