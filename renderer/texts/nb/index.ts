import { common } from './common.ts';

export const norwegian = { common };
