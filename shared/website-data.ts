import { z } from 'zod';
import type { Change, DateSource, NotToldReason, RuleNumber } from './change.ts';
import type { ErrorCode } from './errors.ts';
import { rowId } from './fields.ts';
import type { Language } from './language.ts';

/** The steps of Get Website Data, in the order in which each website takes them (domain.md 9.17). */
export const runSteps = ['fetch', 'import', 'find-changes', 'publish', 'send', 'update-website'] as const;
export type RunStep = (typeof runSteps)[number];

/** A code a person can act on; `unexpected` for what the program did not foresee. */
export type ProblemCode = ErrorCode | 'unexpected';

export const mailStates = [
  'queued',
  'sending',
  'accepted',
  'waiting',
  'refused',
  'uncertain',
  'superseded',
  'dropped',
  'settled',
] as const;
export type MailState = (typeof mailStates)[number];

/** Why a customer's mail is held until a person decides (domain.md 9.11, 9.12); every other reason means that none was planned. */
export const heldReasons = [
  'uncertain-mail',
  'refused-three-times',
  'parent-uncertain',
] as const satisfies readonly NotToldReason[];
export type HeldReason = (typeof heldReasons)[number];

export type ReportedMail = {
  readonly mailId: number;
  readonly websiteName: string;
  readonly customerName: string;
  readonly address: string;
  readonly subject: string;
  /** That of the order or contact; where nothing is worded in it, the mail is in its substitute. */
  readonly language: string;
  readonly state: MailState;
  readonly reason: string;
  readonly reply: string;
  /** Web order numbers. */
  readonly orders: readonly string[];
};

export type NotToldRow = {
  readonly websiteName: string;
  readonly orderId: number;
  readonly webOrderNo: string;
  readonly customerName: string;
  readonly reason: NotToldReason;
};

/** What a run did for one website. planned = accepted + waiting + refused + uncertain + held (domain.md 9.10). */
export type WebsiteReport = {
  readonly websiteId: number;
  readonly websiteName: string;
  readonly fetchedOrders: number;
  readonly fetchedRegistrations: number;
  readonly fetchedOthers: number;
  readonly imported: number;
  readonly waitingEnquiries: number;
  readonly planned: number;
  readonly accepted: number;
  readonly waiting: number;
  readonly refused: number;
  readonly uncertain: number;
  /** Customers about whom a person decides first, by why; each is counted once. */
  readonly held: number;
  readonly heldBecause: Readonly<Partial<Record<HeldReason, number>>>;
  readonly published: number;
  /** Orders the site would not take, by web order no.; they are published again by the next run. */
  readonly notPublished: readonly { readonly name: string; readonly reason: string }[];
  /** Groups of orders (of 256) in which My page still differs from this company after publishing. */
  readonly groupsOutOfStep: number;
  readonly fetchProblem: ProblemCode | null;
  readonly publishProblem: ProblemCode | null;
  readonly sendProblem: ProblemCode | null;
  readonly updateProblem: ProblemCode | null;
  readonly wasCancelled: boolean;
};

export type RunReport = {
  readonly runId: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly who: string;
  readonly websites: readonly WebsiteReport[];
};

/** A run with its mails and the customers it did not tell, as the window shows it. */
export type RunDetails = RunReport & {
  readonly mails: readonly ReportedMail[];
  readonly notTold: readonly NotToldRow[];
};

export type RunEvent =
  | {
      readonly kind: 'step';
      readonly websiteName: string;
      readonly step: RunStep;
      readonly state: 'running' | 'done' | 'failed';
      readonly done: number;
      /** Null while it is not known how many. */
      readonly of: number | null;
      readonly etaMs: number | null;
    }
  | { readonly kind: 'finished'; readonly report: RunReport };

/** A run as every window hears of it, whichever of them started it. */
export type RunNews =
  | { readonly kind: 'started' }
  | { readonly kind: 'event'; readonly event: RunEvent }
  | { readonly kind: 'ended' };

export type MissingSetting =
  | 'sender'
  | 'mail-server'
  | 'mail-password'
  | 'website-address'
  | 'website-key'
  /** Open orders are in a language without texts, and staff chose none to use instead. */
  | 'language-substitute';

/** What the keychain lacks for the next run; `isKeychainThere` false: nothing can be read from it at all. */
export type MissingSecrets = {
  readonly isKeychainThere: boolean;
  readonly websites: readonly {
    readonly websiteId: number;
    readonly missing: readonly Extract<MissingSetting, 'mail-password' | 'website-key'>[];
  }[];
};

/** What staff decide about a company file that is older than what customers were told; never a way to send. */
export const olderCompanyDecisions = ['note-as-is', 'file-is-right'] as const;
export type OlderCompanyDecision = (typeof olderCompanyDecisions)[number];
export const olderCompanyInput = z.object({ decision: z.enum(olderCompanyDecisions) });

/** Whether the open file is older than what customers were told from this computer or stands on the website. */
export type CompanyGuard =
  | { readonly kind: 'fine' }
  /** This computer has never handed mails of the company over; the website is asked instead. */
  | { readonly kind: 'no-mark' }
  | { readonly kind: 'keychain-unavailable' }
  | {
      readonly kind: 'older';
      /** When the run that the file lacks began; null when only a website says so. */
      readonly lastRunAt: string | null;
      /** Names of websites that hold newer order histories. */
      readonly websitesAhead: readonly string[];
    };

/** A language of open orders in which nothing is worded; `substitute` is what staff chose to use instead. */
export type LanguageGap = {
  readonly language: string;
  readonly orders: number;
  readonly substitute: Language | null;
};

export type Overview = {
  readonly lastRun: RunReport | null;
  readonly isRunning: boolean;
  /** Customers who would be told something now. */
  readonly toBeTold: number;
  readonly uncertain: number;
  readonly waiting: number;
  readonly refused: number;
  readonly waitingEnquiries: number;
  /** Order histories that changed since My page last had them. */
  readonly toBePublished: number;
  readonly websites: readonly {
    readonly id: number;
    readonly name: string;
    readonly missing: readonly MissingSetting[];
  }[];
};

/** Something the next run tells, or why it does not. */
export type PreviewRow = {
  readonly websiteName: string;
  readonly contactId: number;
  readonly customerName: string;
  readonly address: string | null;
  /** That of the sentences. */
  /** Code that the sentences are worded in. */
  readonly language: string;
  readonly notTold: NotToldReason | null;
  readonly orders: readonly {
    readonly orderId: number;
    readonly webOrderNo: string;
    readonly sentences: readonly string[];
  }[];
};

/** A change with its sentence; `facts` name it when staff decide about it. */
export type NextToTell = {
  readonly rule: Change['rule'];
  readonly text: string;
  readonly facts: readonly string[];
  /** Which date decided, where the change is an expected date. */
  readonly dateSource?: DateSource;
};

/** The customer strip of one order (ui.md). */
export type CustomerKnows = {
  readonly isWebOrder: boolean;
  readonly told: readonly {
    readonly at: string;
    readonly mailId: number;
    readonly sentences: readonly string[];
    /** Code that the sentences are worded in. */
    readonly language: string;
  }[];
  /** That of the sentences of `next` and `withheld`. */
  /** Code that the sentences are worded in. */
  readonly language: string;
  readonly next: readonly NextToTell[];
  /** What staff chose not to tell; the next run moves it silently. */
  readonly withheld: readonly (NextToTell & { readonly reason: string; readonly who: string })[];
  readonly notTold: NotToldReason | null;
  /** Where that is put right: the mail to decide about, or the address that was refused. */
  readonly heldBy: { readonly mailId: number } | null;
  readonly refusedAddress: string | null;
  /** What the order's website lacks; until it is there nothing is handed over. */
  readonly missing: readonly MissingSetting[];
  /** Rules that are off and would have spoken of what changed. */
  readonly silentRules: readonly RuleNumber[];
};

/** What a mail speaks of, by the kind of its changes, each once. */
export type ToldKinds = readonly Change['kind'][];

/**
 * What the column "Customer knows" shows of one order. Not a webshop order: never told. Held: nothing goes until a person
 * decides. Not told: something changed, and `reason` says why the next run tells nothing of it.
 */
export type KnownOfOrder = {
  readonly orderId: number;
  readonly state: 'no-webshop-order' | 'nothing-told' | 'told' | 'will-be-told' | 'held' | 'not-told';
  /** The last mail about the order that was accepted. */
  readonly told: { readonly at: string; readonly kinds: ToldKinds } | null;
  /** What the next run tells, or would tell but for `reason`. */
  readonly next: ToldKinds;
  readonly reason: NotToldReason | null;
};

export const knownOfOrdersInput = z.object({ orderIds: z.array(rowId).max(500) });
export const runRef = z.object({ runId: rowId });
export const websiteIdInput = z.object({ websiteId: rowId });
export const mailRef = z.object({ mailId: rowId });
export const decideMailInput = z.object({
  mailId: rowId,
  decision: z.enum(['it-arrived', 'tell-anew', 'try-again']),
});
export const addressMarkRef = z.object({ address: z.string().min(1).max(254) });
export const mailPasswordInput = z.object({ websiteId: rowId, password: z.string().max(1000) });

const facts = z.array(z.string().max(100)).min(1).max(500);
export const dontTellInput = z.object({ orderId: rowId, facts, reason: z.string().trim().min(1).max(500) });
export const tellAfterAllInput = z.object({ orderId: rowId, facts });
