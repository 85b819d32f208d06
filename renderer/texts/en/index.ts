import { common } from './common.ts';

export const english = { common } as const;
