type Asked<Key, Answer> = {
  readonly keys: Set<Key>;
  readonly answers: Promise<ReadonlyMap<Key, Answer>>;
};

/**
 * Asks for many things in one call: what is asked for one by one within a moment is put together, at most `most` at a time.
 * `load` answers with those it knows; null stands for the others.
 */
export function askTogether<Key, Answer>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
  most: number,
  inAMoment: (work: () => void) => void = (work) => setTimeout(work, 30),
): (key: Key) => Promise<Answer | null> {
  let open: Asked<Key, Answer> | null = null;
  const begin = (): Asked<Key, Answer> => {
    const keys = new Set<Key>();
    const answers = new Promise<ReadonlyMap<Key, Answer>>((resolve, reject) => {
      inAMoment(() => {
        if (open?.keys === keys) open = null;
        load([...keys]).then(resolve, reject);
      });
    });
    return { keys, answers };
  };
  return async (key) => {
    if (open === null || open.keys.size >= most) open = begin();
    const { keys, answers } = open;
    keys.add(key);
    return (await answers).get(key) ?? null;
  };
}
