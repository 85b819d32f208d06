import { folded, groupColumns, joined, stockForOrder, withJoinedWords, withoutLetters } from './list-sql.ts';

const isOpen = `o.status IN ('order','batch-order','back-order','invoice-not-delivered')`;
const lines = 'FROM order_line l WHERE l.order_id = o.id';

/** As orders/effective-dates.ts has it, of line `l` of order `o` with product `p`. */
const effectiveDate = `coalesce(l.delivery_date, p.expected_delivery_date, o.delivery_date,
  (SELECT coalesce(pl.delivery_date, po.delivery_date) FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
    WHERE pl.id = l.purchase_line_id AND po.status <> 'cancelled' AND pl.received_milli < pl.ordered_milli),
  (SELECT min(coalesce(pl.delivery_date, po.delivery_date)) FROM purchase_line pl JOIN purchase_order po ON po.id = pl.purchase_order_id
    WHERE pl.product_id = l.product_id AND pl.received_milli < pl.ordered_milli AND po.status = 'transferred'))`;

/** As orders/order-totals.ts reckons it: rounded per line, and VAT per rate. */
const total = `(SELECT CAST(total(base) + total(round(base * vat / 1000)) AS INTEGER) FROM (SELECT vat, total(amount) AS base FROM (
  SELECT l.vat_permille AS vat, round(1.0 * (l.ordered_milli - l.moved_milli) * l.unit_price_minor / 1000) AS amount
  ${lines} AND l.is_removed = 0
  UNION ALL SELECT coalesce((SELECT max(l.vat_permille) ${lines} AND l.is_removed = 0), 250), o.freight_minor) GROUP BY vat))`;

/** The group and the derived sort keys of an order as they follow from everything else. */
const orderNow = `SELECT status, website_id, picked, is_open AND picked = 0 AND has_to_deliver AS to_pick,
    is_open AND picked = 1 AND (has_to_deliver OR NOT has_shipment) AS to_ship, waits_for_goods, not_delivered,
    needs_attention, expected_date, total_minor
  FROM (SELECT o.status, coalesce(o.website_id, 0) AS website_id, o.picked, ${isOpen} AS is_open,
    ${isOpen} AND EXISTS (SELECT 1 ${lines} AND l.remaining_milli > 0 AND l.to_be_delivered_milli > 0) AS has_to_deliver,
    EXISTS (SELECT 1 FROM shipment s WHERE s.order_id = o.id) AS has_shipment,
    ${isOpen} AND EXISTS (SELECT 1 ${lines} AND l.remaining_milli > 0) AS not_delivered,
    ${isOpen} AND EXISTS (SELECT 1 FROM order_line l JOIN product p ON p.id = l.product_id WHERE l.order_id = o.id
      AND l.remaining_milli > 0 AND p.is_stock_item = 1 AND l.remaining_milli > ${stockForOrder}) AS waits_for_goods,
    EXISTS (SELECT 1 FROM mail_order x JOIN mail m ON m.id = x.mail_id WHERE x.order_id = o.id AND x.is_live = 1
      AND m.state IN ('uncertain','refused')) AS needs_attention,
    (SELECT max(${effectiveDate}) FROM order_line l LEFT JOIN product p ON p.id = l.product_id
      WHERE l.order_id = o.id AND l.remaining_milli > 0) AS expected_date,
    ${total} AS total_minor
    FROM sales_order o WHERE o.id = order_to_list.order_id)`;

const shownWords = `o.order_no || ' ' || coalesce(o.invoice_no, '') || ' ' || o.web_order_no || ' ' || ${joined('o.web_order_no')}
  || ' ' || ${withoutLetters('o.web_order_no')} || ' ' || o.external_no || ' ' || ${withJoinedWords('o.customer_name')} || ' ' || o.contact_person
  || coalesce((SELECT group_concat(' ' || l.product_no || ' ' || ${joined('l.product_no')} || ' ' || ${withJoinedWords('l.description')}, '')
    ${lines} AND l.is_removed = 0), '')
  || coalesce((SELECT group_concat(' ' || s.shipping_no || ' ' || ${joined('s.shipping_no')} || ' ' || ${withoutLetters('s.shipping_no')}, '')
    FROM shipment s WHERE s.order_id = o.id), '')`;

/** Everything an order is found by, and its marks (migrations/first-lists.ts). */
const words = `${folded(shownWords)} || ' \uE000w' || coalesce(o.website_id, 0) || ' \uE000s' || replace(o.status, '-', '')
  || CASE WHEN ${isOpen} THEN ' \uE000o' ELSE '' END || CASE WHEN g.needs_attention = 1 THEN ' \uE000a' ELSE '' END`;

const groupMatches = groupColumns
  .split(', ')
  .map((column) => `g.${column} = order_to_list.${column}`)
  .join(' AND ');

/** In this order, for all orders noted in `order_to_list`. */
export const listStatements = {
  judge: `UPDATE order_to_list SET (${groupColumns}, expected_date, total_minor) = (${orderNow})`,
  addGroups: `INSERT INTO order_group(${groupColumns}) SELECT DISTINCT ${groupColumns} FROM order_to_list WHERE status IS NOT NULL
    ON CONFLICT DO NOTHING`,
  chooseGroups: `UPDATE order_to_list SET list_group = (SELECT g.id FROM order_group g WHERE ${groupMatches})`,
  writeOrders: `UPDATE sales_order SET (list_group, expected_date, total_minor) =
      (SELECT t.list_group, t.expected_date, t.total_minor FROM order_to_list t WHERE t.order_id = sales_order.id)
    WHERE id IN (SELECT t.order_id FROM order_to_list t CROSS JOIN sales_order o ON o.id = t.order_id
      WHERE o.list_group IS NOT t.list_group OR o.expected_date IS NOT t.expected_date OR o.total_minor <> t.total_minor)`,
  forgetWords: 'DELETE FROM order_search WHERE rowid IN (SELECT order_id FROM order_to_list WHERE words = 1)',
  addWords: `INSERT INTO order_search(rowid, words) SELECT o.id, ${words} FROM order_to_list t CROSS JOIN sales_order o ON o.id = t.order_id
    LEFT JOIN order_group g ON g.id = o.list_group WHERE t.words > 0 ORDER BY t.order_id`,
  empty: 'DELETE FROM order_to_list',
} as const;
