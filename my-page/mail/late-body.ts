import { Readable } from 'node:stream';

/**
 * A mail's body, made when the server asks for it. Notes how far it came, which the library's own errors cannot tell:
 * before `hasBegun` nothing can have arrived, afterwards it may have.
 */
export class LateBody extends Readable {
  private readonly make: () => Promise<Buffer>;
  private isAsked = false;
  private isWithheld = false;
  hasBegun = false;
  /** Why no body was made; the mail is not sent then. */
  barredBy: { readonly error: unknown } | null = null;

  constructor(make: () => Promise<Buffer>) {
    super();
    this.make = make;
  }

  /** No byte leaves any more, unless the body has begun already. */
  withhold(): void {
    this.isWithheld = true;
  }

  override _read(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.make().then(
      (message) => {
        if (this.isWithheld || this.destroyed) return;
        this.hasBegun = true;
        this.push(message);
        this.push(null);
      },
      (error: unknown) => {
        this.barredBy = { error };
        this.destroy(new Error('Body barred', { cause: error }));
      },
    );
  }
}
