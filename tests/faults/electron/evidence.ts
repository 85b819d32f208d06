import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { victims } from './kill-plan.ts';

const repo = join(import.meta.dirname, '..', '..', '..');

/** What one case came to; a case that broke an invariant has no entry, it stops the run. */
export const entry = z.object({
  n: z.number(),
  /** Of the program that was killed. */
  commit: z.string(),
  kills: z.object({ engine: z.number(), shell: z.number(), both: z.number() }),
  /** Of these, how many hit a run under way. */
  inRun: z.number(),
  arrived: z.number(),
  acknowledged: z.number(),
  uncertain: z.number(),
  uncertainThatArrived: z.number(),
});
export type Entry = z.output<typeof entry>;

export type Sum = Omit<Entry, 'n' | 'commit'>;

export const killsOf = ({ kills }: Pick<Entry, 'kills'>) => victims.reduce((total, victim) => total + kills[victim], 0);

export function sumOf(entries: readonly Entry[]): Sum {
  const sum = (of: (entry: Entry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  return {
    kills: {
      engine: sum(({ kills }) => kills.engine),
      shell: sum(({ kills }) => kills.shell),
      both: sum(({ kills }) => kills.both),
    },
    inRun: sum((entry) => entry.inRun),
    uncertain: sum((entry) => entry.uncertain),
    uncertainThatArrived: sum((entry) => entry.uncertainThatArrived),
    arrived: sum((entry) => entry.arrived),
    acknowledged: sum((entry) => entry.acknowledged),
  };
}

/** Writes docs/evidence/electron-kills.md from the cases that held. */
export function writeEvidence(seed: number, wanted: number, engine: string, entries: readonly Entry[]): void {
  const sum = sumOf(entries);
  const commits = [...new Set(entries.map(({ commit }) => commit))];
  const rows: readonly (readonly [string, number])[] = [
    ['Kills (SIGKILL)', killsOf(sum)],
    ['of the engine alone: started anew by the shell, the window says so and goes on', sum.kills.engine],
    ['of the shell: the engine ends with it; the program is started again', sum.kills.shell],
    ['of both at once', sum.kills.both],
    ['of all these, in the middle of a run', sum.inRun],
    ['Cases, each with a company of its own', entries.length],
    ['Mails that the mail server took', sum.arrived],
    ["Pieces of the staff's work that were acknowledged and are there in the end", sum.acknowledged],
    ['Mails before staff as uncertain', sum.uncertain],
    ['of these, in truth arrived', sum.uncertainThatArrived],
    ['Violations', 0],
  ];
  const text = `# Kills in real Electron

\`npm run faults -- --electron-kills ${wanted} --seed ${seed}\`, at commit ${commits.join(', ')}.

The built program in ${engine}, with a window, SQLite and the keychain of the system;
mail server and My page on loopback in the test's own process, which record what they accepted. Staff ship, pick and edit orders
before and beside every run, which is started by clicks in the window. Kills come at a random moment or a random event at mail server
or My page; after each the program is started again, and each case runs to its end.

| | |
| --- | ---: |
${rows.map(([name, count]) => `| ${name} | ${count} |`).join('\n')}

Violations are what \`tests/faults/invariants.ts\` finds: a change told twice, or not at all, or to another customer; more uncertain
mails than sessions were cut, or one whose body had not begun; an acknowledged edit that is gone; My page other than the store; a
damaged file; and, here, an engine that goes on without its shell, a file that the next start may not open, a window that does not
come back. The first violation ends the command without writing this page.

## Seen to fail

With a protection taken out, \`tests/faults/electron/electron-kills.spec.ts\` failed:

- An engine that does not end when its shell is gone (\`main/engine/rpc/port.ts\`): "The engine goes on by itself".
- A mail whose body may have left is queued again after a crash (\`recoverAfterCrash\`): three sentences were read twice.
- A lock whose holder has ended counts as held (\`main/engine/db/file-lock.ts\`, as it was until this found it): killed together, shell
  and engine left a file that the next start could not open.
`;
  const folder = join(repo, 'docs', 'evidence');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'electron-kills.md'), text);
}
