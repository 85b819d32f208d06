/** Events pushed by one side and read by the other as they come; ends or fails once, after what was pushed. */
export class EventQueue<Event> implements AsyncIterable<Event> {
  private readonly waiting: Event[] = [];
  private outcome: { readonly kind: 'ended' } | { readonly kind: 'failed'; readonly error: unknown } | null = null;
  private wake: () => void = () => {};

  push(event: Event): void {
    this.waiting.push(event);
    this.wake();
  }

  end(): void {
    this.outcome = { kind: 'ended' };
    this.wake();
  }

  fail(error: unknown): void {
    this.outcome = { kind: 'failed', error };
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event> {
    for (;;) {
      const event = this.waiting.shift();
      if (event !== undefined) {
        yield event;
      } else if (this.outcome?.kind === 'failed') {
        throw this.outcome.error;
      } else if (this.outcome?.kind === 'ended') {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}
