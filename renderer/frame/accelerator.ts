import { type MenuCommandId, type MenuItem, type MenuPlatform, menuModel } from '../../shared/menu-model.ts';

/** Keys that an accelerator calls otherwise than keyboards and menus do. */
const writtenKeys: Readonly<Record<string, string>> = { Delete: 'Del', Plus: '+', Left: '←' };
const pressedKeys: Readonly<Record<string, string>> = { Plus: '+', Left: 'ArrowLeft' };

/** An Electron accelerator as keys are written beside menu items: `CmdOrCtrl+Shift+O` is `Ctrl+Shift+O` on Windows. */
export function acceleratorText(accelerator: string, platform: MenuPlatform): string {
  const keys = accelerator.split('+').map((key) => (key === 'CmdOrCtrl' ? (platform === 'mac' ? 'Cmd' : 'Ctrl') : key));
  const modifiers = ['Ctrl', 'Cmd', 'Alt', 'Shift'].filter((key) => keys.includes(key));
  const rest = keys.filter((key) => !modifiers.includes(key)).map((key) => writtenKeys[key] ?? key);
  return [...modifiers, ...rest].join('+');
}

/** The keys of a pressed key, as far as accelerators go by them. */
export type PressedKey = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

function isPressed(accelerator: string, pressed: PressedKey, platform: MenuPlatform): boolean {
  const keys = accelerator.split('+');
  const isMac = platform === 'mac';
  const wantsMain = keys.includes('CmdOrCtrl');
  const wanted = keys.at(-1) ?? '';
  // On many keyboards the plus stands above another sign
  const isPlus = wanted === 'Plus';
  const key = isPlus && pressed.key === '=' ? '+' : pressed.key;
  return (
    (pressedKeys[wanted] ?? wanted).toLowerCase() === key.toLowerCase() &&
    pressed.ctrlKey === ((wantsMain && !isMac) || keys.includes('Ctrl')) &&
    pressed.metaKey === ((wantsMain && isMac) || keys.includes('Cmd')) &&
    pressed.altKey === keys.includes('Alt') &&
    (isPlus || pressed.shiftKey === keys.includes('Shift'))
  );
}

/** The menu command that a pressed key stands for, or null. Edit keys are left to the fields themselves. */
export function commandOfKey(pressed: PressedKey, platform: MenuPlatform): MenuCommandId | null {
  // Keys are the same in every language
  return findIn(menuModel(platform, 'en'), pressed, platform);
}

function findIn(items: readonly MenuItem[], pressed: PressedKey, platform: MenuPlatform): MenuCommandId | null {
  for (const item of items) {
    if (item.kind === 'command' && item.accelerator && isPressed(item.accelerator, pressed, platform)) return item.id;
    const inside = item.kind === 'menu' ? findIn(item.items, pressed, platform) : null;
    if (inside !== null) return inside;
  }
  return null;
}
