import { describe, expect, test } from 'vitest';
import { type MenuCommandId, type MenuItem, menuCommandIds, menuModel, menuPath } from '../../../shared/menu-model.ts';

function commandsOf(items: readonly MenuItem[]): readonly MenuCommandId[] {
  return items.flatMap((item) => {
    if (item.kind === 'menu') return commandsOf(item.items);
    return item.kind === 'command' ? [item.id] : [];
  });
}

describe('menu', () => {
  test.each(['windows', 'linux'] as const)('every command is in the menu of %s once', (platform) => {
    expect([...commandsOf(menuModel(platform))].sort()).toEqual([...menuCommandIds].sort());
  });

  test('on macOS Quit and About are left to the application menu', () => {
    const missing = menuCommandIds.filter((id) => !commandsOf(menuModel('mac')).includes(id));
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
    expect(menuPath(id, 'windows')).toEqual(path);
  });
});
