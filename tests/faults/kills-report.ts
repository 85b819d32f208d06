import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { presentCommit } from '../support/present-commit.ts';
import { keptCases } from './kept-cases.ts';

const repo = join(import.meta.dirname, '..', '..');

const playedCase = z.object({
  n: z.number(),
  /** Kills that hit, by what chose the moment: a point of the program, of the other side, or the clock. */
  kills: z.object({ own: z.number(), outside: z.number(), timed: z.number() }),
  runs: z.number(),
  /** So often staff were told that what they did is stored. */
  acknowledged: z.number(),
  mails: z.number(),
  uncertain: z.number(),
  uncertainThatArrived: z.number(),
});
export type PlayedCase = z.output<typeof playedCase>;

/** What was played: the commit, "+" behind it when files differed from it, and the hash of the program text itself. */
const text = z.object({ commit: z.string(), program: z.string() });
export type PlayedText = z.output<typeof text>;
const entry = playedCase.extend(text.shape);
type Entry = z.output<typeof entry>;

export const killsOf = ({ kills }: Pick<PlayedCase, 'kills'>) => kills.own + kills.outside + kills.timed;

/** A line per case that held, so that a run which was stopped goes on behind it. */
export class KillsReport {
  readonly entries: Entry[];
  private readonly kept: ReturnType<typeof keptCases<Entry>>;
  private readonly seed: number;
  private readonly text: PlayedText;

  constructor(seed: number, program: string) {
    this.seed = seed;
    this.text = { commit: presentCommit(), program };
    this.kept = keptCases(`kills-${seed}`, entry);
    this.entries = this.kept.read();
  }

  /** Those of the present program text; what was played on another says nothing of it. */
  present(): readonly Entry[] {
    return this.entries.filter(({ program }) => program === this.text.program);
  }

  add(played: PlayedCase): void {
    const added = { ...played, ...this.text };
    this.entries.push(added);
    this.kept.add(added);
  }

  sum() {
    return sumOf(this.present());
  }

  /** Into the repository, for whoever wants to see how the promise was tried. */
  write(): void {
    const folder = join(repo, 'docs', 'evidence');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'random-kills.md'), pageOf(this.seed, this.present(), this.entries));
  }
}

function sumOf(entries: readonly PlayedCase[]) {
  const sum = (of: (one: PlayedCase) => number) => entries.reduce((total, one) => total + of(one), 0);
  return {
    cases: entries.length,
    runs: sum(({ runs }) => runs),
    kills: sum(killsOf),
    own: sum(({ kills }) => kills.own),
    outside: sum(({ kills }) => kills.outside),
    timed: sum(({ kills }) => kills.timed),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    mails: sum(({ mails }) => mails),
    uncertain: sum(({ uncertain }) => uncertain),
    uncertainThatArrived: sum(({ uncertainThatArrived }) => uncertainThatArrived),
  };
}

function pageOf(seed: number, present: readonly Entry[], all: readonly Entry[]): string {
  const sum = sumOf(present);
  const commits = [...new Set(present.map(({ commit }) => commit))];
  const others = [...new Set(all.map(({ program }) => program))]
    .map((program) => all.filter((one) => one.program === program))
    .filter(([first]) => first !== undefined && first.program !== present[0]?.program);
  const rows: readonly (readonly [string, string | number])[] = [
    ['commit', commits.join(', ')],
    ['program text (SHA-256, beginning)', present[0]?.program ?? ''],
    ['cases', sum.cases],
    ['runs of Get Website Data', sum.runs],
    ['kills', sum.kills],
    ['at a point of the program itself', sum.own],
    ['at a point of the mail server or of My page', sum.outside],
    ['at a random moment', sum.timed],
    ['staff commands acknowledged', sum.acknowledged],
    ['mails that arrived', sum.mails],
    ['mails put before staff as uncertain', sum.uncertain],
    ['of which had arrived', sum.uncertainThatArrived],
    ['**violations**', '**0**'],
  ];
  return `# Random kills

\`npm run faults -- --kills ${sum.kills} --seed ${seed}\` wrote this page. In each case a company lives through four to eight runs of
Get Website Data, of which most are killed (SIGKILL) at a random point, while staff work before and during them, customers order, the
clock is set back or passes a change of summer time, and mail server or My page fail now and then. Then the program is started again
and goes on to the end, and what customers and My page were given is held against what the shop was like (\`tests/faults/invariants.ts\`,
\`expected-sentences.ts\`). The first violation ends the run, and nothing is written.

| | |
| --- | ---: |
${rows.map(([what, count]) => `| ${what} | ${typeof count === 'number' ? count.toLocaleString('en') : count} |`).join('\n')}
${others.length === 0 ? '' : `\nNot counted above, since the program was another then:\n\n${others.map(otherText).join('\n')}\n`}`;
}

function otherText(entries: readonly Entry[]): string {
  const [first] = entries;
  const { kills, cases } = sumOf(entries);
  return `- ${first?.commit} (${first?.program}): ${kills.toLocaleString('en')} kills in ${cases.toLocaleString('en')} cases, 0 violations`;
}
