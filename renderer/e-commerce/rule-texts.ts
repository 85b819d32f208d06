import type { RuleNumber } from '../../shared/change.ts';

export type RuleText = { readonly number: RuleNumber; readonly label: string; readonly hint: string };

/** The seven check boxes of Customer communication, with what exactly makes each of them speak (domain.md 2.1, 9.7). */
export const ruleTexts: readonly RuleText[] = [
  {
    number: 1,
    label: 'Changes in order status, e.g. after invoicing',
    hint: 'The order has been processed into another status: invoiced, credited, cancelled, or a back order was made.',
  },
  {
    number: 2,
    label: 'Printing of delivery note',
    hint: 'An original delivery note of the order was printed or saved as PDF. Copies are not told.',
  },
  {
    number: 3,
    label: 'Order marked as picked',
    hint: 'Picked was selected on the order’s tab Miscellaneous, by hand or by printing. Unselecting it is not told.',
  },
  {
    number: 4,
    label: 'Shipment no. entered',
    hint: 'A number was entered or changed in Shipping no. on the tab Freight. Removing one is not told.',
  },
  {
    number: 5,
    label: 'Changes in amount delivered',
    hint: 'To be delivered on the tab Product lines changed, or products were delivered in the warehouse window.',
  },
  {
    number: 6,
    label: 'Changes in expected delivery date (items from supplier)',
    hint: 'The date of a line that waits changed: the line’s own date, else the product’s, the order’s, or the purchase’s.',
  },
  {
    number: 7,
    label: 'Items received (stock count changed from 0 to positive)',
    hint: 'A product that the order waits for is back in stock, by whatever cause.',
  },
];
