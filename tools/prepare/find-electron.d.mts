export interface ElectronRuntime {
  readonly program: string;
  readonly folder: string;
  readonly version: string;
  readonly isOffline: boolean;
}

export function findElectron(): ElectronRuntime | null;
export function ownElectron(): ElectronRuntime | null;
