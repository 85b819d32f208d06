import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { english } from '../../../renderer/texts/en/index.ts';
import { type MenuItem, menuModel } from '../../../shared/menu-model.ts';
import { menuWords } from '../../../shared/menu-words.ts';
import { withShortcutTable } from '../../../tools/shortcut-table.ts';

const repo = join(import.meta.dirname, '..', '..', '..');
const manual = join(repo, 'docs', 'manual');
const pages = readdirSync(manual)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(manual, name), 'utf8') }));
const scenes = sceneNames(join(repo, 'tools', 'screenshots'));
const suffixes = ['', '-dark', '-200'];

/** Read as text: imported, the scenes would bring the program, its engine and a browser with them. */
function sceneNames(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('-scenes.ts'));
  return files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\b(?:name: |empty\(\s*)'([a-z0-9-]+)'/g)].map(
      ([, scene]) => scene ?? '',
    ),
  );
}

function pathsIn(items: readonly MenuItem[], above: readonly string[] = []): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'separator') return [];
    const path = [...above, item.label];
    return [path.join(' - '), ...(item.kind === 'menu' ? pathsIn(item.items, path) : [])];
  });
}

function textsIn(texts: object): readonly string[] {
  return Object.values(texts).flatMap((text: unknown) =>
    typeof text === 'string' ? [text] : typeof text === 'object' && text !== null ? textsIn(text) : [],
  );
}

const menuPaths = new Set([...pathsIn(menuModel('windows', 'en')), ...pathsIn(menuModel('mac', 'en'))]);
/** What is filled in, such as a number, the manual leaves out. */
const windowWords = new Set(
  [...textsIn(english), ...textsIn(menuWords.en)].flatMap((text) => [
    text,
    text.replaceAll(/\s*\{\{\w+\}\}/g, '').trim(),
  ]),
);
const topLevel = menuModel('windows', 'en').flatMap((item) => (item.kind === 'menu' ? [item.label] : []));

describe.each(pages)('$name', ({ text }) => {
  test('every picture and every page that it names is there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(join(manual, link)))).toEqual([]);
  });

  test('every way through the menu is in the menu', () => {
    const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, span]) => span?.replaceAll(/\s+/g, ' ') ?? '');
    const paths = spans.filter((span) => topLevel.some((label) => span.startsWith(`${label} - `)));
    expect(paths.filter((path) => !menuPaths.has(path))).toEqual([]);
  });

  test('bold words stand in the windows exactly so', () => {
    const words = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word?.replaceAll(/\s+/g, ' ') ?? '');
    expect(words.filter((word) => word !== 'bold' && !windowWords.has(word))).toEqual([]);
  });
});

test.each(pages.filter(({ text }) => /^# \d/.test(text)))(
  '$name ends with what the customer hears of it',
  ({ text }) => {
    expect(text.match(/^## .*/gm)?.at(-1)).toBe('## What the customer hears of it');
  },
);

test('the manual names the keys that the menu has', () => {
  const page = pages.find(({ name }) => name === '11-keyboard.md')?.text ?? '';
  expect(page).toBe(withShortcutTable(page));
});

test('every scene has its pictures, light, dark and at 200 %, and no picture is left of a scene that is gone', () => {
  const there = readdirSync(join(manual, 'pictures')).toSorted();
  expect(there).toEqual(scenes.flatMap((name) => suffixes.map((suffix) => `${name}${suffix}.webp`)).toSorted());
});

test('no scene is named twice', () => {
  expect(scenes.filter((name, index) => scenes.indexOf(name) !== index)).toEqual([]);
});
