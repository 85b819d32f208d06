import { expect, type Page } from '@playwright/test';
import { type MenuCommandId, type MenuItem, menuModel } from '../../../shared/menu-model.ts';
import { menuPlatform } from './main-window.ts';

type Name = string | RegExp;

/** Works with keys alone and knows where the focus is: nothing is pressed for something that does not have it. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The accessible name of what has the focus, or its text, once the last key has been drawn: lists move the focus with it. */
  focused(): Promise<string> {
    return this.page.evaluate(async () => {
      for (const _frame of [1, 2]) await new Promise(requestAnimationFrame);
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return '';
      const isField =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement;
      const [label] = isField ? [...(element.labels ?? [])] : [];
      const text = element.getAttribute('aria-label') ?? label?.innerText ?? element.innerText;
      return text.replaceAll(/\s+/g, ' ').trim();
    });
  }

  /** Something of that name has the focus, now or in a moment. */
  async isOn(name: Name): Promise<void> {
    const focused = expect.poll(() => this.focused());
    await (typeof name === 'string' ? focused.toBe(name) : focused.toMatch(name));
  }

  /** Presses a key until something of that name has the focus. @throws Error when `most` presses do not lead there */
  async go(key: string, name: Name, most = 25): Promise<void> {
    const way: string[] = [];
    for (let step = 0; step <= most; step += 1) {
      const now = await this.focused();
      if (typeof name === 'string' ? now === name : name.test(now)) return;
      way.push(now.slice(0, 40));
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${name}: ${way.join(' | ')}`);
  }

  /** Goes there and presses Enter. */
  async press(key: string, name: Name, most?: number): Promise<void> {
    await this.go(key, name, most);
    await this.page.keyboard.press('Enter');
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The key that the menu shows beside a command. */
  async shortcut(id: MenuCommandId): Promise<void> {
    await this.page.keyboard.press(keyOf(id));
  }
}

/** A command's accelerator as the driver of the keyboard calls its keys. */
function keyOf(id: MenuCommandId): string {
  const accelerator = acceleratorIn(menuModel(menuPlatform, 'nb'), id);
  if (accelerator === undefined) throw new Error(`The menu shows no key beside ${id}`);
  return accelerator.replace('CmdOrCtrl', 'ControlOrMeta').replace('Left', 'ArrowLeft');
}

function acceleratorIn(items: readonly MenuItem[], id: MenuCommandId): string | undefined {
  for (const item of items) {
    if (item.kind === 'command' && item.id === id) return item.accelerator;
    const inside = item.kind === 'menu' ? acceleratorIn(item.items, id) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
