import type { FactKey, FactMove, Facts, FactValue } from '../../../shared/change.ts';
import { lineFact, parseFactKey } from '../rules/facts.ts';
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

/**
 * Where a back order's ledger starts: from its parent's baselines of the moved lines, with the moved quantity, so
 * that news the customer has not heard yet is told by the back order (domain.md 9.5).
 */
export function backOrderBaseline(
  parent: Facts,
  now: Facts,
  lines: readonly { readonly id: number; readonly originLineId: number | null }[],
): Facts {
  const baseline: Record<FactKey, FactValue> = { ...now };
  for (const line of lines) {
    if (line.originLineId === null) continue;
    for (const name of ['date', 'inStock'] as const) {
      const known = parent[lineFact(line.originLineId, name)];
      if (known !== undefined && lineFact(line.id, name) in now) baseline[lineFact(line.id, name)] = known;
    }
  }
  return baseline;
}

/** The dates that the customer was told of the moved lines, so that the back order's mails say "from" as the parent's would. */
export function backOrderTold(
  parent: Ledger['told'],
  now: Facts,
  lines: readonly { readonly id: number; readonly originLineId: number | null }[],
): Ledger['told'] {
  const told: Record<FactKey, Ledger['told'][FactKey]> = {};
  for (const line of lines) {
    const known = line.originLineId === null ? undefined : parent[lineFact(line.originLineId, 'date')];
    if (known !== undefined && lineFact(line.id, 'date') in now) told[lineFact(line.id, 'date')] = known;
  }
  return told;
}

/** What a run passed over of the moved lines is as old news for the back order as it was for its parent. */
export function backOrderPassedOver(
  parent: Facts,
  lines: readonly { readonly id: number; readonly originLineId: number | null }[],
): Facts {
  const passedOver: Record<FactKey, FactValue> = {};
  for (const line of lines) {
    if (line.originLineId === null) continue;
    for (const name of ['date', 'inStock'] as const) {
      const value = parent[lineFact(line.originLineId, name)];
      if (value !== undefined) passedOver[lineFact(line.id, name)] = value;
    }
  }
  return passedOver;
}

/** Whether a ledger still stands at the value that a mail named as old, which is a told one or a baseline (domain.md 9.3). */
export function isStillUnheard(ledger: Ledger, move: FactMove): boolean {
  return ledger.told[move.fact]?.value === move.from || ledger.baseline[move.fact] === move.from;
}

/** What a mail about a parent also tells of a back order made while it was under way: date and stock of a moved line. */
export function movesForBackOrder(
  moves: readonly FactMove[],
  lines: readonly { readonly id: number; readonly originLineId: number | null }[],
): readonly FactMove[] {
  return moves.flatMap((move) => {
    const parts = parseFactKey(move.fact);
    if (parts.kind !== 'line' || (parts.name !== 'date' && parts.name !== 'inStock')) return [];
    return lines
      .filter((line) => line.originLineId === parts.id)
      .map((line) => ({ ...move, fact: lineFact(line.id, parts.name) }));
  });
}
