import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { expect, test } from 'vitest';
import { themeFor } from '../../../../renderer/ui/theme.ts';

const wishes = { isDark: false, isForced: false, wantsContrast: false };

test('the system decides between light and dark', () => {
  expect(themeFor(wishes)).toBe(webLightTheme);
  expect(themeFor({ ...wishes, isDark: true })).toBe(webDarkTheme);
});

test('a contrast theme of the system is met by one of ours, with the letters of the others', () => {
  const theme = themeFor({ ...wishes, isForced: true });
  expect(theme.colorNeutralBackground1).toBe('#000000');
  expect(theme.fontFamilyBase).toBe(webLightTheme.fontFamilyBase);
});

test('more contrast on a light desktop stays light', () => {
  const theme = themeFor({ ...wishes, wantsContrast: true });
  expect(theme.colorNeutralBackground1).toBe(webLightTheme.colorNeutralBackground1);
  expect(theme.colorNeutralStroke2).not.toBe(webLightTheme.colorNeutralStroke2);
});
