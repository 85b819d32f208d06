/** One stored change and how it is taken back. */
export type UndoStep = {
  /** What was changed, as the person calls it: `Picked, order 10432`. */
  readonly label: string;
  /** The record, so that its other steps go too when one of them no longer fits. */
  readonly record: string;
  /** Stores what stood before. @throws NoLongerFits, or what the engine answers to an edit of an old version */
  readonly undo: () => Promise<unknown>;
};

/** Somebody changed the same thing meanwhile: taking back would take back theirs. */
export class NoLongerFits extends Error {}

const rememberedSteps = 20;

/** The log with one more step, the newest last. */
export function withStep(log: readonly UndoStep[], step: UndoStep): readonly UndoStep[] {
  return [...log, step].slice(-rememberedSteps);
}

/** The log without a step that was taken back. */
export function withoutStep(log: readonly UndoStep[], step: UndoStep): readonly UndoStep[] {
  return log.filter((each) => each !== step);
}

/** The log without the steps of a record that somebody else changed. */
export function withoutRecord(log: readonly UndoStep[], record: string): readonly UndoStep[] {
  return log.filter((each) => each.record !== record);
}

/**
 * Which version a record stands at that was taken back to what it was at an older one: taking back makes a new version of the same
 * content, and the step before it was made on the older.
 */
export function createVersionAliases() {
  const aliases = new Map<string, number>();
  const keyOf = (id: number, version: number) => `${id}@${version}`;
  return {
    note(id: number, contentOf: number, standsAt: number): void {
      aliases.set(keyOf(id, contentOf), standsAt);
    },
    standsAt(id: number, version: number): number {
      let now = version;
      for (;;) {
        const next = aliases.get(keyOf(id, now));
        if (next === undefined) return now;
        now = next;
      }
    },
  };
}

/** Records that are edited by one function: how they are named in steps, and which of their versions stand for which. */
export type VersionKind = { readonly name: string; readonly aliases: ReturnType<typeof createVersionAliases> };

/** The kinds of one company. Another company has other records under the same ids, so nothing of one is known in another. */
export function createVersionKinds(): (send: object) => VersionKind {
  const kinds = new Map<object, VersionKind>();
  return (send) => {
    const kind = kinds.get(send) ?? { name: `kind ${kinds.size}`, aliases: createVersionAliases() };
    kinds.set(send, kind);
    return kind;
  };
}
