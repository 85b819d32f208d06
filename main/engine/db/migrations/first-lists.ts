import { groupColumns, type Register, registerText, searchedColumns, stockForOrder } from '../list-sql.ts';

const isTold = `('uncertain','refused')`;

const mark = (orders: string, words: 0 | 1 | 2 = 0) =>
  `INSERT INTO order_to_list(order_id, words) SELECT order_id, ${words} FROM (${orders}) WHERE order_id IS NOT NULL
   ON CONFLICT DO UPDATE SET words = max(words, excluded.words);`;
const markOne = (orderId: string, words: 0 | 1 | 2 = 0) => mark(`SELECT ${orderId} AS order_id`, words);
const waitingFor = (product: string) =>
  `SELECT DISTINCT order_id FROM order_line WHERE product_id = ${product} AND remaining_milli > 0`;

/** Stock after a change, over all warehouses and over those of each website that has this one. */
const stocksAfter = `(SELECT sum(quantity_milli) AS stock FROM product_stock WHERE product_id = NEW.product_id
  UNION ALL SELECT sum(s.quantity_milli) FROM website_warehouse m JOIN website_warehouse w ON w.website_id = m.website_id
    JOIN product_stock s ON s.warehouse_id = w.warehouse_id AND s.product_id = NEW.product_id
  WHERE m.warehouse_id = NEW.warehouse_id GROUP BY m.website_id)`;
/** Only lines whose remaining quantity lies between the old and the new stock begin or cease to wait: few, found by index. */
const crossedByStock = (
  rise: string,
) => `SELECT DISTINCT l.order_id FROM order_line l JOIN sales_order o ON o.id = l.order_id
  WHERE l.product_id = NEW.product_id AND l.remaining_milli > 0
    AND l.remaining_milli > (SELECT min(stock) FROM ${stocksAfter}) - max(0, ${rise})
    AND l.remaining_milli <= (SELECT max(stock) FROM ${stocksAfter}) + max(0, -(${rise}))
    AND (o.website_id IS NULL OR EXISTS (SELECT 1 FROM website_warehouse w WHERE w.website_id = o.website_id AND w.warehouse_id = NEW.warehouse_id))
    AND (l.remaining_milli > ${stockForOrder}) <> (l.remaining_milli > ${stockForOrder} - (${rise}))`;

/**
 * What the lists of orders, products and contacts are read by. An order's group holds all that lists are filtered by, so
 * that one index per sorting serves every combination of filters and counting is adding up groups. Writes only note the
 * order in `order_to_list`; the end of the transaction (list-statements.ts) brings its group, its derived sort keys and its words
 * up to date, once per order however many lines were written.
 */
export const listSchema = `
CREATE TABLE order_group (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL,
  -- 0: no website
  website_id INTEGER NOT NULL,
  picked INTEGER NOT NULL,
  to_pick INTEGER NOT NULL,
  to_ship INTEGER NOT NULL,
  waits_for_goods INTEGER NOT NULL,
  not_delivered INTEGER NOT NULL,
  needs_attention INTEGER NOT NULL,
  orders INTEGER NOT NULL DEFAULT 0,
  UNIQUE (${groupColumns})
) STRICT;
-- An order gets its group at the end of the transaction that makes it; until then it stands in no index twice written
CREATE INDEX order_by_group ON sales_order(list_group) WHERE list_group IS NOT NULL;
CREATE INDEX order_by_group_and_web_no ON sales_order(list_group, web_no_key) WHERE list_group IS NOT NULL AND web_no_key <> '';
CREATE INDEX order_by_group_and_customer ON sales_order(list_group, customer_key) WHERE list_group IS NOT NULL;
CREATE INDEX order_by_group_and_date ON sales_order(list_group, order_date) WHERE list_group IS NOT NULL;
CREATE INDEX order_by_group_and_delivery ON sales_order(list_group, delivery_date) WHERE list_group IS NOT NULL AND delivery_date IS NOT NULL;
CREATE INDEX order_by_group_and_expected ON sales_order(list_group, expected_date) WHERE list_group IS NOT NULL AND expected_date IS NOT NULL;
CREATE INDEX order_by_group_and_total ON sales_order(list_group, total_minor) WHERE list_group IS NOT NULL;
CREATE INDEX waiting_line_by_quantity ON order_line(product_id, remaining_milli) WHERE remaining_milli > 0;

-- words: 0 = they stand, 1 = made anew, 2 = the order is new. The rest is filled in at the end of the transaction.
CREATE TABLE order_to_list (
  order_id INTEGER PRIMARY KEY,
  words INTEGER NOT NULL DEFAULT 0,
  status TEXT, website_id INTEGER, picked INTEGER, to_pick INTEGER, to_ship INTEGER, waits_for_goods INTEGER,
  not_delivered INTEGER, needs_attention INTEGER, list_group INTEGER, expected_date TEXT, total_minor INTEGER
) STRICT;

-- Rows are order ids. Marks of a private-use letter stand among the words, so that a search under a filter need not
-- look at every order found: o = open, a = needs attention, w<website>, s<status>
CREATE VIRTUAL TABLE order_search USING fts5(words, content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4 5 6');
CREATE VIRTUAL TABLE order_search_term USING fts5vocab(order_search, row);

CREATE TRIGGER group_of_order_inserted AFTER INSERT ON sales_order WHEN NEW.list_group IS NOT NULL BEGIN
  UPDATE order_group SET orders = orders + 1 WHERE id = NEW.list_group;
END;
CREATE TRIGGER group_of_order_updated AFTER UPDATE OF list_group ON sales_order WHEN OLD.list_group IS NOT NEW.list_group BEGIN
  UPDATE order_group SET orders = orders - 1 WHERE id = OLD.list_group;
  UPDATE order_group SET orders = orders + 1 WHERE id = NEW.list_group;
END;

CREATE TRIGGER list_order_inserted AFTER INSERT ON sales_order BEGIN ${markOne('NEW.id', 2)} END;
CREATE TRIGGER list_order_words AFTER UPDATE OF status, website_id, order_no, web_order_no, customer_name, contact_person, invoice_no ON sales_order
WHEN OLD.status <> NEW.status OR OLD.website_id IS NOT NEW.website_id OR OLD.order_no <> NEW.order_no OR OLD.web_order_no <> NEW.web_order_no
  OR OLD.customer_name <> NEW.customer_name OR OLD.contact_person <> NEW.contact_person OR OLD.invoice_no IS NOT NEW.invoice_no
BEGIN ${markOne('NEW.id', 1)} END;
CREATE TRIGGER list_order_updated AFTER UPDATE OF picked, delivery_date, freight_minor ON sales_order BEGIN ${markOne('NEW.id')} END;
CREATE TRIGGER list_line_inserted AFTER INSERT ON order_line BEGIN ${markOne('NEW.order_id', 1)} END;
CREATE TRIGGER list_line_words AFTER UPDATE OF product_no, description, is_removed ON order_line
WHEN OLD.product_no <> NEW.product_no OR OLD.description <> NEW.description OR OLD.is_removed <> NEW.is_removed
BEGIN ${markOne('NEW.order_id', 1)} END;
CREATE TRIGGER list_line_updated AFTER UPDATE OF product_id, ordered_milli, to_be_delivered_milli, delivered_milli, moved_milli, is_removed,
  delivery_date, unit_price_minor, vat_permille, purchase_line_id ON order_line BEGIN ${markOne('NEW.order_id')} END;
CREATE TRIGGER list_line_deleted AFTER DELETE ON order_line BEGIN ${markOne('OLD.order_id', 1)} END;
CREATE TRIGGER list_shipment_inserted AFTER INSERT ON shipment BEGIN ${markOne('NEW.order_id', 1)} END;
CREATE TRIGGER list_shipment_updated AFTER UPDATE OF shipping_no ON shipment WHEN OLD.shipping_no <> NEW.shipping_no
BEGIN ${markOne('NEW.order_id', 1)} END;
CREATE TRIGGER list_shipment_deleted AFTER DELETE ON shipment BEGIN ${markOne('OLD.order_id', 1)} END;
CREATE TRIGGER list_product_updated AFTER UPDATE OF expected_delivery_date, is_stock_item ON product
WHEN OLD.expected_delivery_date IS NOT NEW.expected_delivery_date OR OLD.is_stock_item <> NEW.is_stock_item
BEGIN ${mark(waitingFor('NEW.id'))} END;
CREATE TRIGGER list_stock_inserted AFTER INSERT ON product_stock WHEN NEW.quantity_milli <> 0
BEGIN ${mark(crossedByStock('NEW.quantity_milli'))} END;
CREATE TRIGGER list_stock_updated AFTER UPDATE OF quantity_milli ON product_stock WHEN NEW.quantity_milli <> OLD.quantity_milli
BEGIN ${mark(crossedByStock('NEW.quantity_milli - OLD.quantity_milli'))} END;
CREATE TRIGGER list_stock_deleted AFTER DELETE ON product_stock BEGIN ${mark(waitingFor('OLD.product_id'))} END;
CREATE TRIGGER list_warehouse_added AFTER INSERT ON website_warehouse BEGIN
  ${mark('SELECT o.id AS order_id FROM order_group g JOIN sales_order o ON o.list_group = g.id WHERE g.website_id = NEW.website_id AND g.not_delivered = 1')}
END;
CREATE TRIGGER list_warehouse_removed AFTER DELETE ON website_warehouse BEGIN
  ${mark('SELECT o.id AS order_id FROM order_group g JOIN sales_order o ON o.list_group = g.id WHERE g.website_id = OLD.website_id AND g.not_delivered = 1')}
END;
CREATE TRIGGER list_purchase_updated AFTER UPDATE OF status, delivery_date ON purchase_order
WHEN NEW.status <> OLD.status OR NEW.delivery_date IS NOT OLD.delivery_date BEGIN
  ${mark('SELECT DISTINCT l.order_id FROM purchase_line p JOIN order_line l ON l.product_id = p.product_id WHERE p.purchase_order_id = NEW.id AND l.remaining_milli > 0')}
  ${mark('SELECT DISTINCT l.order_id FROM purchase_line p JOIN order_line l ON l.purchase_line_id = p.id WHERE p.purchase_order_id = NEW.id AND l.remaining_milli > 0')}
END;
CREATE TRIGGER list_purchase_line_inserted AFTER INSERT ON purchase_line BEGIN ${mark(waitingFor('NEW.product_id'))} END;
CREATE TRIGGER list_purchase_line_updated AFTER UPDATE OF product_id, delivery_date, received_milli, ordered_milli ON purchase_line
WHEN NEW.product_id <> OLD.product_id OR NEW.delivery_date IS NOT OLD.delivery_date
  OR (NEW.received_milli < NEW.ordered_milli) <> (OLD.received_milli < OLD.ordered_milli) BEGIN
  ${mark(waitingFor('OLD.product_id'))}
  ${mark(waitingFor('NEW.product_id'))}
  ${mark('SELECT order_id FROM order_line WHERE purchase_line_id = NEW.id')}
END;
CREATE TRIGGER list_purchase_line_deleted AFTER DELETE ON purchase_line BEGIN ${mark(waitingFor('OLD.product_id'))} END;
CREATE TRIGGER list_mail_updated AFTER UPDATE OF state ON mail WHEN (OLD.state IN ${isTold}) <> (NEW.state IN ${isTold})
BEGIN ${mark('SELECT order_id FROM mail_order WHERE mail_id = NEW.id', 1)} END;
CREATE TRIGGER list_mail_order_inserted AFTER INSERT ON mail_order
WHEN (SELECT state FROM mail WHERE id = NEW.mail_id) IN ${isTold} BEGIN ${markOne('NEW.order_id', 1)} END;
CREATE TRIGGER list_mail_order_updated AFTER UPDATE OF is_live ON mail_order WHEN OLD.is_live <> NEW.is_live
  AND (SELECT state FROM mail WHERE id = NEW.mail_id) IN ${isTold} BEGIN ${markOne('NEW.order_id', 1)} END;
${searchOf('product')}
${searchOf('contact')}
`;

/** A register is searched for parts of words: people look for "jakke" and mean "Regnjakke". */
function searchOf(register: Register): string {
  const insert = `INSERT INTO ${register}_search(rowid, text) VALUES (NEW.id, ${registerText(register, 'NEW')});`;
  const remove = `DELETE FROM ${register}_search WHERE rowid = OLD.id;`;
  return `
CREATE VIRTUAL TABLE ${register}_search USING fts5(text, content='', contentless_delete=1, tokenize="trigram remove_diacritics 1");
CREATE TRIGGER search_${register}_inserted AFTER INSERT ON ${register} BEGIN ${insert} END;
CREATE TRIGGER search_${register}_updated AFTER UPDATE OF ${searchedColumns[register].join(', ')} ON ${register}
WHEN ${registerText(register, 'OLD')} <> ${registerText(register, 'NEW')} BEGIN ${remove} ${insert} END;
CREATE TRIGGER search_${register}_deleted AFTER DELETE ON ${register} BEGIN ${remove} END;`;
}
