import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { menuWords } from '../../shared/menu-words.ts';
import type { ProgramLanguage } from '../../shared/program-language.ts';
import { type ClickedText, fieldMenuItems } from './field-menu-items.ts';

/** Gives text fields, and text that was marked, the menu that every program has there. */
export function offerFieldMenu(window: BrowserWindow, language: () => ProgramLanguage): void {
  window.webContents.on('context-menu', (_event, clicked: ClickedText) => {
    const words = menuWords[language()].edit;
    const items = fieldMenuItems(clicked).map(
      (item): MenuItemConstructorOptions =>
        item === 'separator'
          ? { type: 'separator' }
          : { role: item.role, label: words[item.role], enabled: item.isEnabled },
    );
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
