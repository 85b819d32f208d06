import { openStatuses } from '../../../shared/order.ts';

/** SQL condition: order `o` is one in which warehouse work can still be done. */
export const isOpenOrder = `o.status IN (${openStatuses.map((status) => `'${status}'`).join(',')})`;
