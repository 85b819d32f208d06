/**
 * The program's menu, once: the native menu (accelerators everywhere, the menu bar on macOS) and the menu bar inside the window
 * (Windows, Linux) are both made of it. Structure, ids and keys are here, the labels in menu-words.ts.
 */
import type { EditRole } from './bridge.ts';
import { type MenuId, type MenuWords, menuWords } from './menu-words.ts';
import type { LanguageChoice, ProgramLanguage } from './program-language.ts';

/** What a click tells the window. */
export const menuCommandIds = [
  'file.new',
  'file.new-window',
  'file.new-company',
  'file.open-company',
  'file.open-recent',
  'file.set-up',
  'file.import',
  'file.back-up',
  'file.restore',
  'file.show-in-folder',
  'file.print',
  'file.quit',
  'edit.undo',
  'edit.find',
  'view.e-commerce.get-website-data',
  'view.e-commerce.update-website',
  'view.e-commerce.mail-log',
  'view.e-commerce.website-settings',
  'view.sales.order-registration',
  'view.warehouse.warehouse',
  'view.warehouse.purchases-not-received',
  'view.warehouse.stock-taking',
  'view.purchase.purchase-orders',
  'view.products',
  'view.contacts',
  'view.settings.company.sales-and-invoicing',
  'view.back',
  'view.refresh',
  'view.zoom-in',
  'view.zoom-out',
  'view.zoom-actual',
  'view.language.system',
  'view.language.en',
  'view.language.nb',
  'help.demo-inbox',
  'help.support-bundle',
  'help.about',
] as const;

export type MenuCommandId = (typeof menuCommandIds)[number];

export type MenuItem =
  | { readonly kind: 'command'; readonly id: MenuCommandId; readonly label: string; readonly accelerator?: string }
  /** One of several of which one is chosen: the languages. */
  | { readonly kind: 'choice'; readonly id: MenuCommandId; readonly label: string; readonly language: LanguageChoice }
  | { readonly kind: 'edit'; readonly role: EditRole; readonly label: string; readonly accelerator: string }
  | { readonly kind: 'menu'; readonly id: MenuId; readonly label: string; readonly items: readonly MenuItem[] }
  | { readonly kind: 'separator' };

/** Which desktop conventions the menu follows. */
export type MenuPlatform = 'windows' | 'mac' | 'linux';

const separator: MenuItem = { kind: 'separator' };

/** The language that a command of View - Language chooses; null for every other command. */
export function languageOfCommand(id: MenuCommandId): LanguageChoice | null {
  switch (id) {
    case 'view.language.system':
      return 'system';
    case 'view.language.en':
      return 'en';
    case 'view.language.nb':
      return 'nb';
    default:
      return null;
  }
}

/** Makes items with the labels of one language. */
function itemsIn(words: MenuWords) {
  return {
    command: (id: MenuCommandId, accelerator?: string): MenuItem => ({
      kind: 'command',
      id,
      label: words.commands[id],
      ...(accelerator === undefined ? {} : { accelerator }),
    }),
    choice: (id: MenuCommandId, language: LanguageChoice): MenuItem => ({
      kind: 'choice',
      id,
      label: words.commands[id],
      language,
    }),
    edit: (role: EditRole, accelerator: string): MenuItem => ({
      kind: 'edit',
      role,
      label: words.edit[role],
      accelerator,
    }),
    menu: (id: MenuId, items: readonly MenuItem[]): MenuItem => ({ kind: 'menu', id, label: words.menus[id], items }),
  };
}
type Items = ReturnType<typeof itemsIn>;

/** The whole menu, top level first. On macOS Quit and About stand in the application's own menu, which the shell adds. */
export function menuModel(platform: MenuPlatform, language: ProgramLanguage): readonly MenuItem[] {
  const words = menuWords[language];
  const items = itemsIn(
    platform === 'windows' ? { ...words, commands: { ...words.commands, 'file.quit': words.exit } } : words,
  );
  const isMac = platform === 'mac';
  const { command, menu } = items;
  return [
    menu('file', [
      command('file.new', 'CmdOrCtrl+N'),
      command('file.new-window', 'CmdOrCtrl+Shift+N'),
      separator,
      command('file.new-company'),
      command('file.open-company', 'CmdOrCtrl+O'),
      command('file.open-recent', 'CmdOrCtrl+Shift+O'),
      separator,
      command('file.set-up'),
      separator,
      command('file.import'),
      command('file.back-up'),
      command('file.restore'),
      command('file.show-in-folder'),
      separator,
      command('file.print', 'CmdOrCtrl+P'),
      ...(isMac ? [] : [separator, command('file.quit', 'CmdOrCtrl+Q')]),
    ]),
    editMenu(platform, items),
    viewMenu(platform, items),
    menu('help', [
      command('help.demo-inbox'),
      command('help.support-bundle'),
      ...(isMac ? [] : [command('help.about')]),
    ]),
  ];
}

function editMenu(platform: MenuPlatform, { menu, command, edit }: Items): MenuItem {
  return menu('edit', [
    // Of the field that is being edited, else of the last change that was stored
    command('edit.undo', 'CmdOrCtrl+Z'),
    edit('redo', platform === 'windows' ? 'Ctrl+Y' : 'Shift+CmdOrCtrl+Z'),
    separator,
    edit('cut', 'CmdOrCtrl+X'),
    edit('copy', 'CmdOrCtrl+C'),
    edit('paste', 'CmdOrCtrl+V'),
    edit('delete', 'Delete'),
    separator,
    edit('selectAll', 'CmdOrCtrl+A'),
    separator,
    command('edit.find', 'CmdOrCtrl+F'),
  ]);
}

function viewMenu(platform: MenuPlatform, { menu, command, choice }: Items): MenuItem {
  return menu('view', [
    menu('view.e-commerce', [
      command('view.e-commerce.get-website-data', 'F9'),
      command('view.e-commerce.update-website'),
      command('view.e-commerce.mail-log'),
      command('view.e-commerce.website-settings'),
    ]),
    // The digits follow the list on the left of the window
    menu('view.sales', [command('view.sales.order-registration', 'CmdOrCtrl+1')]),
    menu('view.warehouse', [
      command('view.warehouse.warehouse', 'CmdOrCtrl+2'),
      command('view.warehouse.purchases-not-received', 'CmdOrCtrl+3'),
      command('view.warehouse.stock-taking', 'CmdOrCtrl+4'),
    ]),
    menu('view.purchase', [command('view.purchase.purchase-orders', 'CmdOrCtrl+5')]),
    command('view.products', 'CmdOrCtrl+7'),
    command('view.contacts', 'CmdOrCtrl+6'),
    separator,
    command('view.back', platform === 'mac' ? 'Cmd+[' : 'Alt+Left'),
    command('view.refresh', 'F5'),
    separator,
    command('view.zoom-in', 'CmdOrCtrl+Plus'),
    command('view.zoom-out', 'CmdOrCtrl+-'),
    command('view.zoom-actual', 'CmdOrCtrl+0'),
    separator,
    menu('view.settings', [
      menu('view.settings.company', [
        menu('view.settings.company.modules', [command('view.settings.company.sales-and-invoicing')]),
      ]),
    ]),
    menu('view.language', [
      choice('view.language.system', 'system'),
      choice('view.language.en', 'en'),
      choice('view.language.nb', 'nb'),
    ]),
  ]);
}

/** The labels that lead to a command, outermost first; empty when the platform has the command elsewhere. */
export function menuPath(id: MenuCommandId, platform: MenuPlatform, language: ProgramLanguage): readonly string[] {
  return pathIn(menuModel(platform, language), id) ?? [];
}

function pathIn(items: readonly MenuItem[], id: MenuCommandId): readonly string[] | null {
  for (const item of items) {
    if ((item.kind === 'command' || item.kind === 'choice') && item.id === id) return [item.label];
    if (item.kind !== 'menu') continue;
    const rest = pathIn(item.items, id);
    if (rest !== null) return [item.label, ...rest];
  }
  return null;
}
