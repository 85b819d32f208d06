import { expect, test } from 'vitest';
import { acceleratorText } from '../../../../renderer/frame/accelerator.ts';

test.each([
  ['CmdOrCtrl+Shift+O', 'windows', 'Ctrl+Shift+O'],
  ['Shift+CmdOrCtrl+Z', 'linux', 'Ctrl+Shift+Z'],
  ['CmdOrCtrl+O', 'mac', 'Cmd+O'],
  ['Delete', 'windows', 'Del'],
  ['F9', 'windows', 'F9'],
] as const)('%s on %s reads %s', (accelerator, platform, text) => {
  expect(acceleratorText(accelerator, platform)).toBe(text);
});
