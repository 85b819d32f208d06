import { get, type ReadDb } from '../../main/engine/db/database.ts';
import type { Change } from '../../shared/change.ts';
import type { Withheld } from './deeds.ts';
import { key } from './shop-facts.ts';

/** What the customer of an order may never hear of, since staff chose so: `<web order no.>|<topic>`. */
export function withheldTopics(db: ReadDb, { orderId, changes }: Withheld): readonly string[] {
  const order = get<{ no: string }>(db, 'SELECT web_order_no AS no FROM sales_order WHERE id = @orderId', { orderId });
  return changes.flatMap(topicsOf).map((topic) => key(order?.no ?? '', topic));
}

function topicsOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'shipment':
      return [`parcel ${change.to.shippingNo}`];
    case 'back-order-made':
      return [`back order ${change.backOrderNo}`];
    case 'delivery-note-printed':
      return ['notes'];
    case 'line-quantity':
      return [`${change.description}: amount`, `${change.description}: delivered`];
    case 'expected-date':
      return [`${change.description}: date`];
    case 'back-in-stock':
      return [`${change.description}: in stock`, `${change.description}: date`];
    default:
      // A status takes the amounts with it that an invoice set back; they are told by no sentence of their own
      return [change.kind];
  }
}
