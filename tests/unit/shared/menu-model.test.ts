import { describe, expect, test } from 'vitest';
import {
  languageOfCommand,
  type MenuCommandId,
  type MenuItem,
  menuCommandIds,
  menuModel,
  menuPath,
} from '../../../shared/menu-model.ts';
import { menuWords } from '../../../shared/menu-words.ts';
import { languageChoices, programLanguages } from '../../../shared/program-language.ts';

function commandsOf(items: readonly MenuItem[]): readonly MenuCommandId[] {
  return items.flatMap((item) => {
    if (item.kind === 'menu') return commandsOf(item.items);
    return item.kind === 'command' || item.kind === 'choice' ? [item.id] : [];
  });
}

function withoutLabels(items: readonly MenuItem[]): readonly unknown[] {
  return items.map((item) => {
    if (item.kind === 'menu') return { ...item, label: '', items: withoutLabels(item.items) };
    return { ...item, label: '' };
  });
}

describe('menu', () => {
  test.each(['windows', 'linux'] as const)('every command is in the menu of %s once', (platform) => {
    expect([...commandsOf(menuModel(platform, 'en'))].sort()).toEqual([...menuCommandIds].sort());
  });

  test('on macOS Quit and About are left to the application menu', () => {
    const missing = menuCommandIds.filter((id) => !commandsOf(menuModel('mac', 'en')).includes(id));
    expect(missing).toEqual(['file.quit', 'help.about']);
  });

  // domain.md 1.1, 2.1, 5.1, 6: the paths of the manual.
  test.each([
    ['view.e-commerce.get-website-data', ['View', 'E-Commerce', 'Get Website Data']],
    ['view.e-commerce.update-website', ['View', 'E-Commerce', 'Update Website']],
    ['view.e-commerce.website-settings', ['View', 'E-Commerce', 'Website Settings']],
    ['view.sales.order-registration', ['View', 'Sales/Invoicing', 'Order registration']],
    ['view.warehouse.warehouse', ['View', 'Warehouse', 'Warehouse']],
    ['view.warehouse.stock-taking', ['View', 'Warehouse', 'Stock taking']],
    ['view.purchase.purchase-orders', ['View', 'Purchase', 'Purchase orders']],
    [
      'view.settings.company.sales-and-invoicing',
      ['View', 'Settings', 'Company', 'Settings per Module', 'Sales and Invoicing'],
    ],
  ] as const)('%s is where the manual says', (id, path) => {
    expect(menuPath(id, 'windows', 'en')).toEqual(path);
  });

  // domain.md 0: the words of the Norwegian manual.
  test.each([
    ['view.e-commerce.get-website-data', ['Vis', 'Netthandel', 'Hent nettsteddata']],
    ['view.e-commerce.website-settings', ['Vis', 'Netthandel', 'Nettstedinnstillinger']],
    ['view.sales.order-registration', ['Vis', 'Ordre/Faktura', 'Ordreregistrering']],
    ['view.warehouse.stock-taking', ['Vis', 'Lager', 'Varetelling']],
  ] as const)('%s is where the Norwegian manual says', (id, path) => {
    expect(menuPath(id, 'windows', 'nb')).toEqual(path);
  });

  test('only the labels differ between the languages', () => {
    for (const platform of ['windows', 'mac', 'linux'] as const) {
      expect(withoutLabels(menuModel(platform, 'nb'))).toEqual(withoutLabels(menuModel(platform, 'en')));
    }
  });

  test('every item of the menu has a label in both languages', () => {
    for (const language of programLanguages) {
      for (const words of Object.values(menuWords[language])) {
        for (const label of typeof words === 'string' ? [words] : Object.values<string>(words)) {
          expect(label).toMatch(/^\p{Lu}.*\S$/u);
        }
      }
    }
  });

  test('every language can be chosen, and is called by its own name in both', () => {
    const offered = menuCommandIds.map(languageOfCommand).filter((choice) => choice !== null);
    expect(offered).toEqual(languageChoices);
    for (const language of programLanguages) {
      expect(menuPath('view.language.en', 'linux', language).at(-1)).toBe('English');
      expect(menuPath('view.language.nb', 'linux', language).at(-1)).toBe('Norsk bokmål');
    }
  });
});
