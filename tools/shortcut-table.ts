/**
 * `node tools/shortcut-table.ts`: writes the table of the menu's keys into the manual. A test compares the two, so that the
 * manual cannot name a key that the menu has not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MenuItem, type MenuPlatform, menuModel } from '../shared/menu-model.ts';

const page = join(import.meta.dirname, '..', 'docs', 'manual', '11-keyboard.md');
const begin = '<!-- keys of the menu: written by tools/shortcut-table.ts -->';
const end = '<!-- end of the keys of the menu -->';

type Key = { readonly path: string; readonly accelerator: string };

/** Every command of the menu that has a key, with the key on Windows and on macOS, as a Markdown table. */
export function shortcutTable(): string {
  const onMac = new Map(keysOf('mac').map(({ path, accelerator }) => [path, accelerator]));
  const rows = keysOf('windows').map(({ path, accelerator }) => {
    const mac = onMac.get(path);
    return `| \`${path}\` | ${windowsKey(accelerator)} | ${mac === undefined ? '' : macKey(mac)} |`;
  });
  return ['| command | Windows | macOS |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The manual's page with the table as the menu has it now. @throws Error when the page has no place for it. */
export function withShortcutTable(text: string): string {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the keys of the menu`);
  return `${before}${begin}\n\n${shortcutTable()}\n\n${end}${after}`;
}

function keysOf(platform: MenuPlatform): readonly Key[] {
  return keysIn(menuModel(platform, 'en'), []);
}

function keysIn(items: readonly MenuItem[], above: readonly string[]): readonly Key[] {
  return items.flatMap((item) => {
    if (item.kind === 'separator' || item.kind === 'choice') return [];
    const path = [...above, item.label];
    if (item.kind === 'menu') return keysIn(item.items, path);
    return item.accelerator === undefined ? [] : [{ path: path.join(' - '), accelerator: item.accelerator }];
  });
}

const named: Readonly<Record<string, string>> = { Plus: '+', Left: 'Left arrow', CmdOrCtrl: 'Ctrl' };
const macNames: Readonly<Record<string, string>> = { ...named, CmdOrCtrl: 'Cmd', Ctrl: 'Ctrl', Alt: 'Option' };

function windowsKey(accelerator: string): string {
  return partsOf(accelerator)
    .map((part) => named[part] ?? part)
    .join('+');
}

function macKey(accelerator: string): string {
  return partsOf(accelerator)
    .map((part) => macNames[part] ?? part)
    .join('+');
}

/** `CmdOrCtrl+-` has two parts: a sign that stands last is the key. */
function partsOf(accelerator: string): readonly string[] {
  return accelerator.split(/\+(?=.)/);
}

if (import.meta.main) writeFileSync(page, withShortcutTable(readFileSync(page, 'utf8')));
