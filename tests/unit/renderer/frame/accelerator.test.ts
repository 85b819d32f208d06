import { expect, test } from 'vitest';
import { acceleratorText, commandOfKey } from '../../../../renderer/frame/accelerator.ts';

test.each([
  ['CmdOrCtrl+Shift+O', 'windows', 'Ctrl+Shift+O'],
  ['Shift+CmdOrCtrl+Z', 'linux', 'Ctrl+Shift+Z'],
  ['CmdOrCtrl+O', 'mac', 'Cmd+O'],
  ['Delete', 'windows', 'Del'],
  ['F9', 'windows', 'F9'],
  ['CmdOrCtrl+Plus', 'windows', 'Ctrl++'],
  ['Alt+Left', 'windows', 'Alt+←'],
  ['Cmd+[', 'mac', 'Cmd+['],
] as const)('%s on %s reads %s', (accelerator, platform, text) => {
  expect(acceleratorText(accelerator, platform)).toBe(text);
});

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('F9 leads to Get Website Data on every desktop', () => {
  for (const platform of ['windows', 'mac', 'linux'] as const) {
    expect(commandOfKey({ ...plain, key: 'F9' }, platform)).toBe('view.e-commerce.get-website-data');
  }
});

test('the main modifier is Ctrl, on a Mac Cmd, and one modifier more is another key', () => {
  expect(commandOfKey({ ...plain, key: 'o', ctrlKey: true }, 'windows')).toBe('file.open-company');
  expect(commandOfKey({ ...plain, key: 'o', ctrlKey: true }, 'mac')).toBeNull();
  expect(commandOfKey({ ...plain, key: 'o', metaKey: true }, 'mac')).toBe('file.open-company');
  expect(commandOfKey({ ...plain, key: 'O', ctrlKey: true, shiftKey: true }, 'windows')).toBe('file.open-recent');
  expect(commandOfKey({ ...plain, key: 'F9', shiftKey: true }, 'windows')).toBeNull();
});

test('keys of the Edit menu belong to the field that has the focus', () => {
  expect(commandOfKey({ ...plain, key: 'c', ctrlKey: true }, 'windows')).toBeNull();
});

test('zooming in takes the plus wherever the keyboard has it', () => {
  const ctrl = { ...plain, ctrlKey: true };
  expect(commandOfKey({ ...ctrl, key: '+' }, 'windows')).toBe('view.zoom-in');
  expect(commandOfKey({ ...ctrl, key: '+', shiftKey: true }, 'windows')).toBe('view.zoom-in');
  expect(commandOfKey({ ...ctrl, key: '=' }, 'windows')).toBe('view.zoom-in');
  expect(commandOfKey({ ...plain, key: '+' }, 'windows')).toBeNull();
});

test('back is Alt and the left arrow, on a Mac Cmd and the bracket', () => {
  expect(commandOfKey({ ...plain, key: 'ArrowLeft', altKey: true }, 'windows')).toBe('view.back');
  expect(commandOfKey({ ...plain, key: '[', metaKey: true }, 'mac')).toBe('view.back');
  expect(commandOfKey({ ...plain, key: 'ArrowLeft', altKey: true }, 'mac')).toBeNull();
});
