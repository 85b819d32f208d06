export type PageErrorKind = 'not-found' | 'form-too-old';

/** A refusal that is shown to the customer as a page of its own. */
export class PageError extends Error {
  readonly kind: PageErrorKind;

  constructor(kind: PageErrorKind) {
    super(kind);
    this.name = 'PageError';
    this.kind = kind;
  }
}
