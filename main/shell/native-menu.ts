import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuCommandId, type MenuItem, type MenuPlatform, menuModel } from '../../shared/menu-model.ts';

export type CommandListener = (id: MenuCommandId) => void;

/** Makes the native menu of the shared model: the menu bar on macOS, the shortcuts everywhere. */
export function installNativeMenu(platform: MenuPlatform, onCommand: CommandListener): void {
  const items = menuModel(platform).map((item) => nativeItem(item, onCommand));
  const all = platform === 'mac' ? [macAppMenu(onCommand), ...items, { role: 'windowMenu' as const }] : items;
  Menu.setApplicationMenu(Menu.buildFromTemplate(all));
}

function nativeItem(item: MenuItem, onCommand: CommandListener): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'edit':
      return { role: item.role, label: item.label, accelerator: item.accelerator };
    case 'menu':
      return { label: item.label, submenu: item.items.map((inner) => nativeItem(inner, onCommand)) };
    case 'command':
      return {
        id: item.id,
        label: item.label,
        click: () => onCommand(item.id),
        ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator }),
      };
  }
}

function macAppMenu(onCommand: CommandListener): MenuItemConstructorOptions {
  return {
    label: 'Orderbud',
    submenu: [
      { label: 'About Orderbud', click: () => onCommand('help.about') },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit', label: 'Quit Orderbud' },
    ],
  };
}
