import { z } from 'zod';
import type { OrderStatus } from './order.ts';

/** The statuses that rule 1 can tell, as customers read them: what reads the same stands here once. */
export const spokenStatuses = [
  'order',
  'batch-order',
  'back-order',
  'invoice-not-delivered',
  'invoice',
  'credited',
  'cancelled',
] as const;
export type SpokenStatus = (typeof spokenStatuses)[number];

/** What a status is told as; null for those in which nothing is told at all (domain.md 9.6). */
export function spokenAs(status: OrderStatus): SpokenStatus | null {
  switch (status) {
    case 'quotation':
    case 'order-basis':
      return null;
    case 'lost-sale':
      return 'cancelled';
    case 'unissued-credit-note':
    case 'credit-note':
      return 'credited';
    default:
      return status;
  }
}

/** What of a line's quantities rule 5 speaks of. */
export const quantityNews = ['both', 'deliveries', 'next-delivery'] as const;
/** Which way an expected date has to move for rule 6 to speak. */
export const dateDirections = ['any', 'later', 'earlier'] as const;
/** Beyond a quarter of a year nobody means "a small move". */
export const mostToleranceDays = 90;

/**
 * What the rules leave unsaid, by rule. Rules 2 and 3 have nothing to choose; rule 4 has not either, for a number that was put
 * right and not told leaves the customer with a link that leads nowhere.
 */
const options = {
  /** What stands here is not told. A back order made always is: the mails that follow name its number. */
  1: z.object({ silentStatuses: z.array(z.enum(spokenStatuses)).max(spokenStatuses.length).readonly() }),
  5: z.object({ speaksOf: z.enum(quantityNews) }),
  /** A date that moved by so many days or fewer is not told. */
  6: z.object({ toleranceDays: z.int().min(0).max(mostToleranceDays), direction: z.enum(dateDirections) }),
  7: z.object({ onlyWholeLine: z.boolean() }),
};
export const ruleOptions = z.object(options);
/** What is left out stays as it is, so that two fields that are stored one after the other do not undo each other. */
export const editRuleOptions = z
  .object({ 1: options[1], 5: options[5], 6: options[6].partial(), 7: options[7] })
  .partial();
export type EditRuleOptions = z.infer<typeof editRuleOptions>;
export type RuleOptions = z.infer<typeof ruleOptions>;
export type RuleWithOptions = keyof RuleOptions;
export const rulesWithOptions = [1, 5, 6, 7] as const satisfies readonly RuleWithOptions[];

/** As every website begins: nothing that a rule finds is left unsaid. */
export const noFilters = {
  1: { silentStatuses: [] },
  5: { speaksOf: 'both' },
  6: { toleranceDays: 0, direction: 'any' },
  7: { onlyWholeLine: false },
} as const satisfies RuleOptions;

/** Options as a company file holds them: what it does not name is as every website begins. */
export const storedRuleOptions = z
  .object(options)
  .partial()
  .transform(
    (stored): RuleOptions => ({
      1: stored[1] ?? { silentStatuses: [] },
      5: stored[5] ?? noFilters[5],
      6: stored[6] ?? noFilters[6],
      7: stored[7] ?? noFilters[7],
    }),
  );

/** Why an option leaves a change unsaid for now. */
export type FilterReason =
  | { readonly kind: 'status-silent'; readonly status: SpokenStatus }
  | { readonly kind: 'only-deliveries' }
  | { readonly kind: 'only-next-delivery' }
  | { readonly kind: 'few-days'; readonly days: number; readonly toldFromDays: number }
  | { readonly kind: 'only-later' }
  | { readonly kind: 'only-earlier' }
  | { readonly kind: 'not-whole-line' };
