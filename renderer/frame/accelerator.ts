import type { MenuPlatform } from '../../shared/menu-model.ts';

/** An Electron accelerator as keys are written beside menu items: `CmdOrCtrl+Shift+O` is `Ctrl+Shift+O` on Windows. */
export function acceleratorText(accelerator: string, platform: MenuPlatform): string {
  const keys = accelerator.split('+').map((key) => (key === 'CmdOrCtrl' ? (platform === 'mac' ? 'Cmd' : 'Ctrl') : key));
  const modifiers = ['Ctrl', 'Cmd', 'Alt', 'Shift'].filter((key) => keys.includes(key));
  const rest = keys.filter((key) => !modifiers.includes(key)).map((key) => (key === 'Delete' ? 'Del' : key));
  return [...modifiers, ...rest].join('+');
}
