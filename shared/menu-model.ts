/**
 * The program's menu, once: the native menu (accelerators everywhere, the menu bar on macOS) and the menu bar inside the window
 * (Windows, Linux) are both made of it. Labels are those of the manual (domain.md 1.1, 2.1, 5.1, 6).
 */
import type { EditRole } from './bridge.ts';

/** What a click tells the window. */
export const menuCommandIds = [
  'file.new-company',
  'file.open-company',
  'file.open-recent',
  'file.back-up',
  'file.quit',
  'view.e-commerce.get-website-data',
  'view.e-commerce.update-website',
  'view.e-commerce.website-settings',
  'view.sales.order-registration',
  'view.warehouse.warehouse',
  'view.warehouse.stock-taking',
  'view.purchase.purchase-orders',
  'view.products',
  'view.contacts',
  'view.settings.company.sales-and-invoicing',
  'help.demo-inbox',
  'help.about',
] as const;

export type MenuCommandId = (typeof menuCommandIds)[number];

export type MenuItem =
  | { readonly kind: 'command'; readonly id: MenuCommandId; readonly label: string; readonly accelerator?: string }
  | { readonly kind: 'edit'; readonly role: EditRole; readonly label: string; readonly accelerator: string }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] }
  | { readonly kind: 'separator' };

/** Which desktop conventions the menu follows. */
export type MenuPlatform = 'windows' | 'mac' | 'linux';

const separator: MenuItem = { kind: 'separator' };

function command(id: MenuCommandId, label: string, accelerator?: string): MenuItem {
  return accelerator === undefined ? { kind: 'command', id, label } : { kind: 'command', id, label, accelerator };
}

function edit(role: EditRole, label: string, accelerator: string): MenuItem {
  return { kind: 'edit', role, label, accelerator };
}

function menu(label: string, items: readonly MenuItem[]): MenuItem {
  return { kind: 'menu', label, items };
}

/** The whole menu, top level first. On macOS Quit and About stand in the application's own menu, which the shell adds. */
export function menuModel(platform: MenuPlatform): readonly MenuItem[] {
  const isMac = platform === 'mac';
  return [
    menu('File', [
      command('file.new-company', 'New company…'),
      command('file.open-company', 'Open company…', 'CmdOrCtrl+O'),
      command('file.open-recent', 'Open recent…', 'CmdOrCtrl+Shift+O'),
      separator,
      command('file.back-up', 'Back up…'),
      ...(isMac ? [] : [separator, command('file.quit', platform === 'windows' ? 'Exit' : 'Quit', 'CmdOrCtrl+Q')]),
    ]),
    menu('Edit', [
      edit('undo', 'Undo', 'CmdOrCtrl+Z'),
      edit('redo', 'Redo', platform === 'windows' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z'),
      separator,
      edit('cut', 'Cut', 'CmdOrCtrl+X'),
      edit('copy', 'Copy', 'CmdOrCtrl+C'),
      edit('paste', 'Paste', 'CmdOrCtrl+V'),
      edit('delete', 'Delete', 'Delete'),
      separator,
      edit('selectAll', 'Select all', 'CmdOrCtrl+A'),
    ]),
    menu('View', [
      menu('E-Commerce', [
        command('view.e-commerce.get-website-data', 'Get Website Data', 'F9'),
        command('view.e-commerce.update-website', 'Update Website'),
        command('view.e-commerce.website-settings', 'Website Settings'),
      ]),
      menu('Sales/Invoicing', [command('view.sales.order-registration', 'Order registration')]),
      menu('Warehouse', [
        command('view.warehouse.warehouse', 'Warehouse'),
        command('view.warehouse.stock-taking', 'Stock taking'),
      ]),
      menu('Purchase', [command('view.purchase.purchase-orders', 'Purchase orders')]),
      command('view.products', 'Products'),
      command('view.contacts', 'Contacts'),
      separator,
      menu('Settings', [
        menu('Company', [
          menu('Settings per Module', [command('view.settings.company.sales-and-invoicing', 'Sales and Invoicing')]),
        ]),
      ]),
    ]),
    menu('Help', [
      command('help.demo-inbox', 'Demo inbox'),
      ...(isMac ? [] : [command('help.about', 'About Orderbud')]),
    ]),
  ];
}

/** The labels that lead to a command, outermost first; empty when the platform has the command elsewhere. */
export function menuPath(id: MenuCommandId, platform: MenuPlatform): readonly string[] {
  return pathIn(menuModel(platform), id) ?? [];
}

function pathIn(items: readonly MenuItem[], id: MenuCommandId): readonly string[] | null {
  for (const item of items) {
    if (item.kind === 'command' && item.id === id) return [item.label];
    if (item.kind !== 'menu') continue;
    const rest = pathIn(item.items, id);
    if (rest !== null) return [item.label, ...rest];
  }
  return null;
}
