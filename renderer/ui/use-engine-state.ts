import { useEffect, useState } from 'react';
import type { EngineState } from '../../shared/bridge.ts';
import { bridge } from './bridge.ts';

/** Where the engine stands, now and after every change. */
export function useEngineState(): EngineState {
  const [state, setState] = useState<EngineState>({ kind: 'starting' });
  useEffect(() => bridge.onEngineState(setState), []);
  return state;
}
