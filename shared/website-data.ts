import { z } from 'zod';
import type { Change, DateSource, NotToldReason, RuleNumber } from './change.ts';
import type { ErrorCode } from './errors.ts';
import { rowId } from './fields.ts';
import type { FilterReason } from './rule-options.ts';

/** The steps of Get Website Data, in the order in which each website takes them (domain.md 9.17). */
export const runSteps = [
  'fetch',
  'read-returns',
  'import',
  'find-changes',
  'publish',
  'send',
  'update-website',
] as const;
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

/**
 * Why a customer's mail is held until a person decides, or until tomorrow, the gravest first (domain.md 9.11, 9.12); every
 * other reason means that none was planned.
 */
export const heldReasons = [
  'uncertain-mail',
  'refused-three-times',
  'parent-uncertain',
  'customer-held',
  'order-held',
  'change-held',
  'enough-today',
  'paper-not-built',
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
  /** When it was noted that it came back to the shop. */
  readonly cameBackAt: string | null;
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
  /** Mails of any run that turned out to have come back; null where the website has no return box. */
  readonly cameBack: number | null;
  readonly published: number;
  /** Orders the site would not take, by web order no.; they are published again by the next run. */
  readonly notPublished: readonly { readonly name: string; readonly reason: string }[];
  /** Groups of orders (of 256) in which My page still differs from this company after publishing. */
  readonly groupsOutOfStep: number;
  readonly fetchProblem: ProblemCode | null;
  readonly returnsProblem: ProblemCode | null;
  readonly publishProblem: ProblemCode | null;
  readonly sendProblem: ProblemCode | null;
  readonly updateProblem: ProblemCode | null;
  readonly wasCancelled: boolean;
  /** Why the run stopped before its first mail, for staff to look; its mails wait. Null when it did not. */
  readonly stopped: RunStop | null;
  /** How its mails compare with what staff had been shown of them; null when nothing had been. */
  readonly sinceShown: SinceShown | null;
};

/** What moved so many customers' news at once. */
export type SurgeCause =
  | { readonly kind: 'purchase'; readonly id: number; readonly purchaseNo: number }
  | { readonly kind: 'product'; readonly id: number; readonly productNo: string; readonly name: string }
  /** An import from a file. */
  | { readonly kind: 'import'; readonly id: number; readonly at: string };

/** Why a run stops before the first mail (surge brake), or that the website wants to be asked first. */
export type RunStop =
  | { readonly kind: 'preview' }
  | {
      readonly kind: 'many-mails';
      readonly planned: number;
      readonly most: number;
      /** The most that one of the last runs told. */
      readonly largestBefore: number;
    }
  | {
      readonly kind: 'one-cause';
      readonly cause: SurgeCause;
      readonly orders: number;
      readonly openOrders: number;
      readonly changes: number;
      /** By how many days it moved expected dates, where all its changes are dates moved alike; else null. */
      readonly days: number | null;
    };

/** Customers whose news is as it was shown, other than shown, not shown at all, and shown but no longer there. */
export type SinceShown = {
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
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
  /** Comes before a website's first step: which steps it takes. */
  | { readonly kind: 'website'; readonly websiteName: string; readonly steps: readonly RunStep[] }
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
  /** Nobody has signed in at the mail provider on this computer. */
  | 'mail-sign-in'
  | 'return-box-password'
  | 'website-address'
  | 'website-key'
  /** Open orders are in a language without texts, and staff chose none to use instead. */
  | 'language-substitute';

/** What the keychain lacks for the next run; `isKeychainThere` false: nothing can be read from it at all. */
export type MissingSecrets = {
  readonly isKeychainThere: boolean;
  readonly websites: readonly {
    readonly websiteId: number;
    readonly missing: readonly Extract<
      MissingSetting,
      'mail-password' | 'mail-sign-in' | 'return-box-password' | 'website-key'
    >[];
  }[];
};

/** What staff decide about a company file that is older than what customers were told; never a way to send. */
export const olderCompanyDecisions = ['note-as-is', 'as-on-my-page', 'file-is-right'] as const;
export type OlderCompanyDecision = (typeof olderCompanyDecisions)[number];
export const olderCompanyInput = z.object({ decision: z.enum(olderCompanyDecisions) });

/** Whether the open file is older than what customers were told from this computer or stands on the website. */
export type CompanyGuard =
  | { readonly kind: 'fine' }
  /** This computer has never handed mails of the company over; the website is asked instead. */
  | { readonly kind: 'no-mark' }
  | { readonly kind: 'keychain-unavailable' }
  /** The file has mailed before, this computer knows nothing of it, and nobody is there to be asked. */
  | { readonly kind: 'age-unknown' }
  | {
      readonly kind: 'older';
      /** When the run that the file lacks began; null when only a website says so. */
      readonly lastRunAt: string | null;
      /** Names of websites that hold newer order histories. */
      readonly websitesAhead: readonly string[];
    };

/** What My page says that a customer was told and this file does not know. */
export type HeardOfOrder = {
  readonly websiteName: string;
  /** Null for an order that this file does not have. */
  readonly orderId: number | null;
  readonly webOrderNo: string;
  readonly customerName: string | null;
  readonly news: readonly { readonly at: string; readonly sentences: readonly string[] }[];
};
export type HeardSince = {
  readonly orders: readonly HeardOfOrder[];
  /** Names of websites that could not be asked. */
  readonly unanswered: readonly string[];
};

/**
 * A language of open orders in which nothing is worded; `substitute` is what staff chose to use instead, built in or added;
 * null where nothing is worded in that either.
 */
export type LanguageGap = {
  readonly language: string;
  readonly orders: number;
  readonly substitute: string | null;
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

/** A customer whom the next run tells something, or why it does not. */
export type PreviewRow = {
  /** Names the mail it would be while the preview is as it is; null for a customer who gets none. */
  readonly key: string | null;
  readonly websiteName: string;
  readonly contactId: number;
  readonly customerName: string;
  readonly address: string | null;
  /** Code that the sentences are worded in. */
  readonly language: string;
  readonly notTold: NotToldReason | null;
  readonly orders: readonly PreviewedOrder[];
};
export type PreviewedOrder = {
  readonly orderId: number;
  readonly webOrderNo: string;
  readonly changes: readonly Change[];
  /** What the customer reads of each change, in the same order. */
  readonly sentences: readonly string[];
  /** Why an option of its rule leaves each change unsaid; empty for changes that are news. */
  readonly why: readonly FilterReason[];
};

/** A mail as the next run would send it. */
export type PreviewedMail = {
  readonly subject: string;
  readonly address: string;
  readonly language: string;
  readonly html: string;
  readonly plain: string;
  readonly messageSource: string;
};

/** What staff hold back until they let go. */
export type Hold = {
  readonly id: number;
  readonly what: 'customer' | 'order' | 'change';
  readonly contactId: number;
  readonly customerName: string;
  readonly orderId: number | null;
  readonly webOrderNo: string | null;
  readonly facts: readonly string[];
  readonly reason: string;
  readonly who: string;
  readonly at: string;
};

/** A run that stopped before its first mail, and what staff have decided about it; null while they have not. */
export type StoppedRun = {
  readonly runId: number;
  readonly websiteId: number;
  readonly websiteName: string;
  readonly stop: RunStop;
  /** Mails that wait since. */
  readonly waiting: number;
  readonly decision: DecideStopInput['decision'] | null;
};

/** A change that an option of its rule leaves unsaid for now, with the sentence that would tell it. */
export type NotToldNow = { readonly rule: RuleNumber; readonly text: string; readonly why: FilterReason };

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
  /** That of the sentences of `next`, `withheld` and `filtered`: the code that they are worded in. */
  readonly language: string;
  readonly next: readonly NextToTell[];
  /** What staff chose not to tell; the next run moves it silently. */
  readonly withheld: readonly (NextToTell & { readonly reason: string; readonly who: string })[];
  /** What options of the rules leave unsaid for now. */
  readonly filtered: readonly NotToldNow[];
  readonly notTold: NotToldReason | null;
  /** Where that is put right: the mail to decide about, or the address that was refused. */
  readonly heldBy: { readonly mailId: number } | null;
  readonly refusedAddress: string | null;
  /** What the order's website lacks; until it is there nothing is handed over. */
  readonly missing: readonly MissingSetting[];
  /** What staff hold back of it. */
  readonly holds: readonly Hold[];
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
  /** Why options of the rules leave something unsaid for now. */
  readonly filtered: readonly FilterReason[];
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
const reason = z.string().trim().min(1).max(500);
export const previewMailInput = z.object({ key: z.string().min(1).max(1000) });
export const holdInput = z.discriminatedUnion('what', [
  z.object({ what: z.literal('customer'), contactId: rowId, reason }),
  z.object({ what: z.literal('order'), orderId: rowId, reason }),
  z.object({ what: z.literal('change'), orderId: rowId, facts, reason }),
]);
export type HoldInput = z.output<typeof holdInput>;
export const letGoInput = z.object({ holdId: rowId });
/** `tell-them`: the next run may; `tell-nobody`: what caused the stop moves silently, with a reason. */
export const decideStopInput = z.discriminatedUnion('decision', [
  z.object({ websiteId: rowId, decision: z.literal('tell-them') }),
  z.object({ websiteId: rowId, decision: z.literal('tell-nobody'), reason }),
]);
export type DecideStopInput = z.output<typeof decideStopInput>;
export const dontTellInput = z.object({ orderId: rowId, facts, reason });
export const tellAfterAllInput = z.object({ orderId: rowId, facts });
