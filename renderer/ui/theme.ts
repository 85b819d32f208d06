import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

/** What the system asks of colours. */
export type ColourWishes = {
  readonly isDark: boolean;
  /** A contrast theme of the system sets the colours itself. */
  readonly isForced: boolean;
  readonly wantsContrast: boolean;
};

// Secondary words as dark as the others, and borders that can be seen: what "increase contrast" means on a light desktop.
const strongLight: Theme = {
  ...webLightTheme,
  colorNeutralForeground2: '#1a1a1a',
  colorNeutralForeground3: '#242424',
  colorNeutralForeground4: '#333333',
  colorNeutralStroke1: '#616161',
  colorNeutralStroke2: '#616161',
  colorNeutralStroke3: '#707070',
};

// The letters stay those of the other themes: with others, words no longer fit where they did.
const { fontFamilyBase, fontFamilyNumeric, fontFamilyMonospace } = webLightTheme;
const highContrast: Theme = { ...teamsHighContrastTheme, fontFamilyBase, fontFamilyNumeric, fontFamilyMonospace };

export function themeFor({ isDark, isForced, wantsContrast }: ColourWishes): Theme {
  if (isForced || (wantsContrast && isDark)) return highContrast;
  if (wantsContrast) return strongLight;
  return isDark ? webDarkTheme : webLightTheme;
}
