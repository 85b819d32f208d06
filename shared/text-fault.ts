import { z } from 'zod';

/** What can be wrong with a text that staff write for a mail. */
export const faultReasons = [
  'syntax',
  'unknown-placeholder',
  'unknown-filter',
  'unknown-tag',
  'too-long',
  'empty-subject',
  'empty-text',
  'missing-link',
  'missing-placeholder',
] as const;
export type FaultReason = (typeof faultReasons)[number];

/** A fault and where it stands: which of a mail's texts, line and column, both from 1. Details of `text-faulty`. */
export const textFault = z.object({
  place: z.string(),
  reason: z.enum(faultReasons),
  line: z.int().min(1),
  column: z.int().min(1),
});
export type TextFault = Readonly<z.infer<typeof textFault>>;
