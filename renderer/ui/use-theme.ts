import type { Theme } from '@fluentui/react-components';
import { themeFor } from './theme.ts';
import { useMedia } from './use-media.ts';

/** The colours the system asks for: light, dark, or high contrast. */
export function useTheme(): Theme {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isForced = useMedia('(forced-colors: active)');
  const wantsContrast = useMedia('(prefers-contrast: more)');
  return themeFor({ isDark, isForced, wantsContrast });
}
