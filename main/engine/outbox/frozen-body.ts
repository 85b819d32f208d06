import { Readable } from 'node:stream';

/**
 * The bytes of a frozen mail, as the library reads them once the server has asked for the body. Notes how far they
 * came, which the library's own errors cannot tell (pitfalls.md).
 */
export class FrozenBody extends Readable {
  private readonly message: Buffer;
  private readonly beforeBody: () => Promise<void>;
  private isWithheld = false;
  /** The server took sender, recipient and DATA. */
  isWanted = false;
  /** From here on the mail may arrive. */
  hasBegun = false;
  /** The whole body with its final dot has been handed to the socket. */
  hasEnded = false;

  constructor(message: Buffer, beforeBody: () => Promise<void>) {
    super();
    this.message = message;
    this.beforeBody = beforeBody;
  }

  /** No byte leaves any more, unless the body has begun already. */
  withhold(): void {
    this.isWithheld = true;
  }

  override _read(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    this.beforeBody().then(
      () => {
        if (this.isWithheld || this.destroyed) return;
        this.hasBegun = true;
        this.push(this.message);
        this.push(null);
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error('Body barred', { cause: error })),
    );
  }

  override pipe<Destination extends NodeJS.WritableStream>(
    destination: Destination,
    options?: { end?: boolean | undefined },
  ): Destination {
    destination.once('end', () => {
      this.hasEnded = true;
    });
    return super.pipe(destination, options);
  }
}
