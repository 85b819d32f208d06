/** What the start screen and the status bar know of the company. */
export type CompanyState =
  | { readonly kind: 'none'; readonly recent: readonly string[] }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly path: string;
      readonly isDemo: boolean;
      readonly currency: string;
      readonly language: string;
      readonly timeZone: string;
    };
