import { useEffect, useRef } from 'react';
import { type MenuCommandId, menuCommandIds } from '../../shared/menu-model.ts';
import { bridge } from '../ui/bridge.ts';

/** Hears the commands of the native menu. */
export function useNativeCommands(onCommand: (id: MenuCommandId) => void): void {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(
    () =>
      bridge.onMenuCommand((id) => {
        const known = menuCommandIds.find((each) => each === id);
        if (known) latest.current(known);
      }),
    [],
  );
}
