import type { EditRole } from './bridge.ts';
import type { MenuCommandId } from './menu-model.ts';
import type { ProgramLanguage } from './program-language.ts';

/** Menus that hold other items. */
export type MenuId =
  | 'file'
  | 'edit'
  | 'view'
  | 'view.e-commerce'
  | 'view.sales'
  | 'view.warehouse'
  | 'view.purchase'
  | 'view.settings'
  | 'view.settings.company'
  | 'view.settings.company.modules'
  | 'view.language'
  | 'help';

/** Items that only the menu bar of macOS has, in the application's own menu and in Window. */
export type MacMenuItemId =
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'window'
  | 'minimize'
  | 'zoom'
  | 'front';

export interface MenuWords {
  readonly menus: Readonly<Record<MenuId, string>>;
  readonly commands: Readonly<Record<MenuCommandId, string>>;
  /** What leaves the program is called so on Windows. */
  readonly exit: string;
  readonly edit: Readonly<Record<EditRole, string>>;
  readonly mac: Readonly<Record<MacMenuItemId, string>>;
}

// A language is called by its own name, so that whoever got the wrong one finds the way back.
const languageNames = { 'view.language.en': 'English', 'view.language.nb': 'Norsk bokmål' } as const;

const english: MenuWords = {
  menus: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    'view.e-commerce': 'E-Commerce',
    'view.sales': 'Sales/Invoicing',
    'view.warehouse': 'Warehouse',
    'view.purchase': 'Purchase',
    'view.settings': 'Settings',
    'view.settings.company': 'Company',
    'view.settings.company.modules': 'Settings per Module',
    'view.language': 'Language',
    help: 'Help',
  },
  commands: {
    'file.new': 'New',
    'file.new-window': 'New window',
    'file.new-company': 'New company…',
    'file.open-company': 'Open company…',
    'file.open-recent': 'Open recent…',
    'file.set-up': 'Set-up',
    'file.import': 'Import…',
    'file.back-up': 'Back up…',
    'file.restore': 'Restore…',
    'file.show-in-folder': 'Show in folder',
    'file.print': 'Print…',
    'file.quit': 'Quit',
    'edit.undo': 'Undo',
    'edit.find': 'Find',
    'view.e-commerce.get-website-data': 'Get Website Data',
    'view.e-commerce.update-website': 'Update Website',
    'view.e-commerce.mail-log': 'Mail log',
    'view.e-commerce.website-settings': 'Website Settings',
    'view.sales.order-registration': 'Order registration',
    'view.warehouse.warehouse': 'Warehouse',
    'view.warehouse.purchases-not-received': 'Purchases, not received',
    'view.warehouse.stock-taking': 'Stock taking',
    'view.purchase.purchase-orders': 'Purchase orders',
    'view.products': 'Products',
    'view.contacts': 'Contacts',
    'view.settings.company.sales-and-invoicing': 'Sales and Invoicing',
    'view.back': 'Back',
    'view.refresh': 'Refresh',
    'view.zoom-in': 'Zoom in',
    'view.zoom-out': 'Zoom out',
    'view.zoom-actual': 'Actual size',
    'view.language.system': 'As the computer',
    ...languageNames,
    'help.demo-inbox': 'Demo inbox',
    'help.support-bundle': 'Support bundle…',
    'help.about': 'About Orderbud',
  },
  exit: 'Exit',
  edit: {
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    delete: 'Delete',
    selectAll: 'Select all',
  },
  mac: {
    services: 'Services',
    hide: 'Hide Orderbud',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit Orderbud',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    front: 'Bring All to Front',
  },
};

const norwegian: MenuWords = {
  menus: {
    file: 'Fil',
    edit: 'Rediger',
    view: 'Vis',
    'view.e-commerce': 'Netthandel',
    'view.sales': 'Ordre/Faktura',
    'view.warehouse': 'Lager',
    'view.purchase': 'Innkjøp',
    'view.settings': 'Innstillinger',
    'view.settings.company': 'Firma',
    'view.settings.company.modules': 'Innstillinger per modul',
    'view.language': 'Språk',
    help: 'Hjelp',
  },
  commands: {
    'file.new': 'Ny',
    'file.new-window': 'Nytt vindu',
    'file.new-company': 'Nytt firma …',
    'file.open-company': 'Åpne firma …',
    'file.open-recent': 'Åpne nylig brukt …',
    'file.set-up': 'Oppsett',
    'file.import': 'Importer …',
    'file.back-up': 'Sikkerhetskopier …',
    'file.restore': 'Gjenopprett …',
    'file.show-in-folder': 'Vis i mappe',
    'file.print': 'Skriv ut …',
    'file.quit': 'Avslutt',
    'edit.undo': 'Angre',
    'edit.find': 'Søk',
    'view.e-commerce.get-website-data': 'Hent nettsteddata',
    'view.e-commerce.update-website': 'Oppdater nettsted',
    'view.e-commerce.mail-log': 'E-postlogg',
    'view.e-commerce.website-settings': 'Nettstedinnstillinger',
    'view.sales.order-registration': 'Ordreregistrering',
    'view.warehouse.warehouse': 'Lager',
    'view.warehouse.purchases-not-received': 'Innkjøp, ikke mottatt',
    'view.warehouse.stock-taking': 'Varetelling',
    'view.purchase.purchase-orders': 'Innkjøpsordrer',
    'view.products': 'Produkter',
    'view.contacts': 'Kontakter',
    'view.settings.company.sales-and-invoicing': 'Ordre og faktura',
    'view.back': 'Tilbake',
    'view.refresh': 'Oppdater',
    'view.zoom-in': 'Zoom inn',
    'view.zoom-out': 'Zoom ut',
    'view.zoom-actual': 'Virkelig størrelse',
    'view.language.system': 'Som datamaskinen',
    ...languageNames,
    'help.demo-inbox': 'Demoinnboks',
    'help.support-bundle': 'Støttepakke …',
    'help.about': 'Om Orderbud',
  },
  exit: 'Avslutt',
  edit: {
    undo: 'Angre',
    redo: 'Gjør om',
    cut: 'Klipp ut',
    copy: 'Kopier',
    paste: 'Lim inn',
    delete: 'Slett',
    selectAll: 'Merk alt',
  },
  mac: {
    services: 'Tjenester',
    hide: 'Skjul Orderbud',
    hideOthers: 'Skjul andre',
    unhide: 'Vis alle',
    quit: 'Avslutt Orderbud',
    window: 'Vindu',
    minimize: 'Minimer',
    zoom: 'Zoom',
    front: 'Legg alle forrest',
  },
};

/** Every label of the program's menus. English labels are those of the manual, Norwegian ones what its readers know (domain.md 0, 1.1, 2.1, 5.1, 6). */
export const menuWords: Readonly<Record<ProgramLanguage, MenuWords>> = { en: english, nb: norwegian };
