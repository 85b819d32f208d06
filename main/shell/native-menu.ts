import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuCommandId, type MenuItem, type MenuPlatform, menuModel } from '../../shared/menu-model.ts';
import { menuWords } from '../../shared/menu-words.ts';
import type { LanguageChoice, ProgramLanguage } from '../../shared/program-language.ts';

/** What the native menu shows and whom it tells. */
export interface NativeMenuParts {
  readonly platform: MenuPlatform;
  readonly language: ProgramLanguage;
  /** What is shown as chosen in View - Language. */
  readonly choice: LanguageChoice;
  readonly onCommand: (id: MenuCommandId) => void;
}

/** Makes the native menu of the shared model: the menu bar on macOS, the shortcuts everywhere. */
export function installNativeMenu(parts: NativeMenuParts): void {
  const { platform, language } = parts;
  const items = menuModel(platform, language).map((item) => nativeItem(item, parts));
  const all = platform === 'mac' ? [macAppMenu(parts), ...items, macWindowMenu(language)] : items;
  Menu.setApplicationMenu(Menu.buildFromTemplate(all));
}

function nativeItem(item: MenuItem, parts: NativeMenuParts): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'edit':
      return { role: item.role, label: item.label, accelerator: item.accelerator };
    case 'menu':
      return { label: item.label, submenu: item.items.map((inner) => nativeItem(inner, parts)) };
    case 'choice':
      return {
        id: item.id,
        label: item.label,
        type: 'radio',
        checked: item.language === parts.choice,
        click: () => parts.onCommand(item.id),
      };
    case 'command':
      return {
        id: item.id,
        label: item.label,
        click: () => parts.onCommand(item.id),
        ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator }),
      };
  }
}

function macAppMenu({ language, onCommand }: NativeMenuParts): MenuItemConstructorOptions {
  const { commands, mac } = menuWords[language];
  return {
    label: 'Orderbud',
    submenu: [
      { label: commands['help.about'], click: () => onCommand('help.about') },
      { type: 'separator' },
      { role: 'services', label: mac.services },
      { type: 'separator' },
      { role: 'hide', label: mac.hide },
      { role: 'hideOthers', label: mac.hideOthers },
      { role: 'unhide', label: mac.unhide },
      { type: 'separator' },
      { role: 'quit', label: mac.quit },
    ],
  };
}

function macWindowMenu(language: ProgramLanguage): MenuItemConstructorOptions {
  const { mac } = menuWords[language];
  return {
    role: 'windowMenu',
    label: mac.window,
    submenu: [
      { role: 'minimize', label: mac.minimize },
      { role: 'zoom', label: mac.zoom },
      { type: 'separator' },
      { role: 'front', label: mac.front },
    ],
  };
}
