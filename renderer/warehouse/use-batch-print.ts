import { type PrintableDocument, type PrintHow, usePrinting } from '../ui/use-printing.ts';

/** What was prepared for a selection: one document, what stands in it, and what had to be left out. */
export type PreparedBatch<Paper, LeftOut> = {
  readonly document: PrintableDocument | null;
  readonly papers: readonly Paper[];
  readonly leftOut: readonly LeftOut[];
};

/** `printed` null: the dialog was closed or the printer failed, so nothing was recorded. */
export type BatchPrinted<Paper, LeftOut> = {
  readonly printed: readonly Paper[] | null;
  readonly leftOut: readonly LeftOut[];
  /** Paper came out for something that could not be recorded. */
  readonly isPaperVoid: boolean;
};

type Confirm<Paper, LeftOut> = (
  papers: readonly Paper[],
  how: PrintHow,
) => Promise<{ readonly confirmed: readonly number[]; readonly leftOut: readonly LeftOut[] }>;

/** Prints the papers of a selection in one go and records them only when the printer took them or they were saved. */
export function useBatchPrint() {
  const print = usePrinting();
  return async <Paper extends { readonly orderId: number }, LeftOut>(
    title: string,
    how: PrintHow,
    { document, papers, leftOut, confirm }: PreparedBatch<Paper, LeftOut> & { confirm: Confirm<Paper, LeftOut> },
  ): Promise<BatchPrinted<Paper, LeftOut>> => {
    if (document === null) return { printed: [], leftOut, isPaperVoid: false };
    const done = await print(title, document, how);
    if (done === null) return { printed: null, leftOut, isPaperVoid: false };
    const { confirmed, leftOut: notRecorded } = await confirm(papers, done);
    return {
      printed: papers.filter(({ orderId }) => confirmed.includes(orderId)),
      leftOut: [...leftOut, ...notRecorded],
      isPaperVoid: notRecorded.length > 0,
    };
  };
}
