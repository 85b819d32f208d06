import 'i18next';
import type { english } from './en/index.ts';

// Every namespace is known to `t`; a key without one is of `common`.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: ['common', ...(keyof typeof english)[]];
    resources: typeof english;
  }
}
