import fc from 'fast-check';
import { dateDirections, quantityNews, type RuleOptions, spokenStatuses } from '../../shared/rule-options.ts';

/** Any options that a website can have, small tolerances more often than not. */
export const anyRuleOptions: fc.Arbitrary<RuleOptions> = fc.record({
  1: fc.record({ silentStatuses: fc.subarray([...spokenStatuses]) }),
  5: fc.record({ speaksOf: fc.constantFrom(...quantityNews) }),
  6: fc.record({ toleranceDays: fc.constantFrom(0, 1, 2, 20, 90), direction: fc.constantFrom(...dateDirections) }),
  7: fc.record({ onlyWholeLine: fc.boolean() }),
});
