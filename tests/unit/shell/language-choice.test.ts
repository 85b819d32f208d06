import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLanguageChoice, writeLanguageChoice } from '../../../main/shell/language-choice.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-language-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the chosen language is found again', () => {
  writeLanguageChoice(folder, 'nb');
  expect(readLanguageChoice(folder)).toBe('nb');
  writeLanguageChoice(folder, 'system');
  expect(readLanguageChoice(folder)).toBe('system');
});

test('without a choice the windows follow the computer', () => {
  expect(readLanguageChoice(folder)).toBe('system');
});

test.each(['', '{', '{}', '{"language":"sv"}'])('%j counts as no choice', (text) => {
  writeFileSync(join(folder, 'language.json'), text);
  expect(readLanguageChoice(folder)).toBe('system');
});
