import {
  type CustomerFieldName,
  type CustomerFields,
  customerFieldNames,
  type ResultFields,
} from '../../shared/enquiries.ts';

/**
 * Which fields came in with something other than what the register says. `isWhole`: the customer saw and sent all fields, so
 * that an empty one was emptied; else it was only not asked for.
 */
export function differingFields(
  register: CustomerFields | null,
  incoming: CustomerFields,
  isWhole = false,
): readonly CustomerFieldName[] {
  return customerFieldNames.filter(
    (name) => (isWhole || incoming[name] !== '') && incoming[name] !== (register?.[name] ?? ''),
  );
}

/** Of what was chosen, what really changes the register; the rest stays as it stands (domain.md 9.18). */
export function changedFields(register: CustomerFields | null, result: ResultFields): ResultFields {
  if (register === null) return result;
  return Object.fromEntries(
    Object.entries(result).filter(([name, value]) => value !== register[name as CustomerFieldName]),
  );
}
