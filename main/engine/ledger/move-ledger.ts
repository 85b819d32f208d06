import type { FactKey, FactMove, Facts, FactValue } from '../../../shared/change.ts';
import { lineFact } from '../rules/facts.ts';
import type { Ledger } from './ledger-store.ts';

/** Moves baselines to the present for facts that yield no sentence (domain.md 9.2). The version stays. */
export function moveSilently(ledger: Ledger, silent: readonly FactKey[], now: Facts): Ledger {
  const baseline: Record<FactKey, FactValue> = { ...ledger.baseline };
  for (const fact of silent) {
    const value = now[fact];
    if (value === undefined) delete baseline[fact];
    else baseline[fact] = value;
  }
  return { ...ledger, baseline };
}

/** Moves facts to what a mail said of them, not to the present (domain.md 9.2). */
export function moveAsTold(
  ledger: Ledger,
  moves: readonly FactMove[],
  mail: { readonly id: number; readonly acceptedAt: string },
): Ledger {
  const baseline: Record<FactKey, FactValue> = { ...ledger.baseline };
  const told = { ...ledger.told };
  for (const move of moves) {
    baseline[move.fact] = move.to;
    told[move.fact] = { value: move.to, at: mail.acceptedAt, mailId: mail.id };
  }
  return { ...ledger, version: ledger.version + 1, baseline, told };
}

type BackOrderLine = { readonly id: number; readonly originLineId: number | null };

/** What the customer knows of moved lines goes on in the back order: their date and stock, each by its fact here and there. */
export function movedFacts(
  lines: readonly BackOrderLine[],
): readonly { readonly ofParent: FactKey; readonly ofBackOrder: FactKey; readonly name: 'date' | 'inStock' }[] {
  return lines.flatMap(({ id, originLineId }) =>
    originLineId === null
      ? []
      : (['date', 'inStock'] as const).map((name) => ({
          ofParent: lineFact(originLineId, name),
          ofBackOrder: lineFact(id, name),
          name,
        })),
  );
}

/**
 * Where a back order's ledger starts: from its parent's baselines of the moved lines, with the moved quantity, so
 * that news the customer has not heard yet is told by the back order (domain.md 9.5).
 */
export function backOrderBaseline(parent: Facts, now: Facts, lines: readonly BackOrderLine[]): Facts {
  const baseline: Record<FactKey, FactValue> = { ...now };
  for (const { ofParent, ofBackOrder } of movedFacts(lines)) {
    const known = parent[ofParent];
    if (known !== undefined && ofBackOrder in now) baseline[ofBackOrder] = known;
  }
  return baseline;
}

/** The dates that the customer was told of the moved lines, so that the back order's mails say "from" as the parent's would. */
export function backOrderTold(parent: Ledger['told'], now: Facts, lines: readonly BackOrderLine[]): Ledger['told'] {
  const told: Record<FactKey, Ledger['told'][FactKey]> = {};
  for (const { ofParent, ofBackOrder, name } of movedFacts(lines)) {
    const known = parent[ofParent];
    if (name === 'date' && known !== undefined && ofBackOrder in now) told[ofBackOrder] = known;
  }
  return told;
}

/** What a run passed over of the moved lines is as old news for the back order as it was for its parent. */
export function backOrderPassedOver(parent: Facts, lines: readonly BackOrderLine[]): Facts {
  const passedOver: Record<FactKey, FactValue> = {};
  for (const { ofParent, ofBackOrder } of movedFacts(lines)) {
    const value = parent[ofParent];
    if (value !== undefined) passedOver[ofBackOrder] = value;
  }
  return passedOver;
}

/** Whether a ledger still stands at the value that a mail named as old, which is a told one or a baseline (domain.md 9.3). */
export function isStillUnheard(ledger: Ledger, move: FactMove): boolean {
  return ledger.told[move.fact]?.value === move.from || ledger.baseline[move.fact] === move.from;
}

/** What a mail about a parent also tells of a back order made while it was under way: date and stock of a moved line. */
export function movesForBackOrder(moves: readonly FactMove[], lines: readonly BackOrderLine[]): readonly FactMove[] {
  const moved = movedFacts(lines);
  return moves.flatMap((move) =>
    moved.filter(({ ofParent }) => ofParent === move.fact).map(({ ofBackOrder }) => ({ ...move, fact: ofBackOrder })),
  );
}
