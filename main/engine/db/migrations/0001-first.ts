import { listSchema } from './first-lists.ts';

/**
 * The first company file. Money in minor units, quantities in thousandths, instants as UTC ISO text, dates as
 * `YYYY-MM-DD`, flags as 0 or 1. Frozen once released: later changes go into a migration of their own.
 */
export const first = {
  number: 1,
  name: 'first',
  sql: `
CREATE TABLE company (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  public_id TEXT NOT NULL,
  name TEXT NOT NULL,
  company_no TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  address_line1 TEXT NOT NULL DEFAULT '',
  address_line2 TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT 'NOK',
  language TEXT NOT NULL DEFAULT 'en',
  time_zone TEXT NOT NULL DEFAULT 'Europe/Oslo',
  is_demo INTEGER NOT NULL DEFAULT 0,
  next_order_no INTEGER NOT NULL DEFAULT 10001,
  next_invoice_no INTEGER NOT NULL DEFAULT 50001,
  next_purchase_no INTEGER NOT NULL DEFAULT 1001,
  -- Company Settings for Sales and Invoicing (domain.md 6)
  new_orders_are_process_complete INTEGER NOT NULL DEFAULT 0,
  print_only_process_complete INTEGER NOT NULL DEFAULT 0,
  invoice_only_when_ready INTEGER NOT NULL DEFAULT 0,
  invoice_only_when_all_delivered INTEGER NOT NULL DEFAULT 0,
  ready_for_invoicing_by TEXT NOT NULL DEFAULT 'none' CHECK (ready_for_invoicing_by IN ('none','picking-list','delivery-note')),
  picked_by TEXT NOT NULL DEFAULT 'delivery-note' CHECK (picked_by IN ('none','picking-list','delivery-note')),
  stock_by_delivery_note INTEGER NOT NULL DEFAULT 0,
  store_invoice_pdf INTEGER NOT NULL DEFAULT 0,
  -- Get Website Data takes New and Existing by itself (domain.md 9.18)
  -- how long the text of mails is kept
  mail_log_months INTEGER NOT NULL DEFAULT 36,
  import_by_itself INTEGER NOT NULL DEFAULT 1,
  -- what staff left out of the set-up on purpose; which steps are done follows from what is filled in
  set_up_without_import INTEGER NOT NULL DEFAULT 0,
  set_up_dismissed INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

-- PNG or JPEG, apart from the company's row, which is read all the time
CREATE TABLE company_logo (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  image BLOB NOT NULL CHECK (length(image) <= 1048576),
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL
) STRICT;
-- Where a computer stores PDF copies of invoices: a path is good on one computer only
CREATE TABLE invoice_folder (computer TEXT PRIMARY KEY, folder TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE warehouse (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE website (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  url TEXT NOT NULL DEFAULT '',
  my_page_url TEXT NOT NULL DEFAULT '',
  enquiry_cursor TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'en',
  colour TEXT NOT NULL DEFAULT '#0f6cbd',
  history_months INTEGER NOT NULL DEFAULT 24,
  -- how customers see amounts (shared/price-display.ts); without a prefix of its own the currency's code stands there
  price_prefix TEXT,
  price_suffix TEXT NOT NULL DEFAULT '',
  price_includes_vat INTEGER NOT NULL DEFAULT 1,
  price_decimal_symbol TEXT NOT NULL DEFAULT 'language',
  price_thousand_separator TEXT NOT NULL DEFAULT 'language',
  price_decimals INTEGER,
  price_rounding TEXT NOT NULL DEFAULT 'nearest',
  -- papers of webshop orders on My page
  publishes_delivery_notes INTEGER NOT NULL DEFAULT 0,
  publishes_invoices INTEGER NOT NULL DEFAULT 0,
  password_mode TEXT NOT NULL DEFAULT 'voluntary',
  approval TEXT NOT NULL DEFAULT 'automatic',
  direct_update INTEGER NOT NULL DEFAULT 1,
  -- Customer communication: rules 1, 4 and 5 are on for a new website (domain.md 9.8)
  rule_1 INTEGER NOT NULL DEFAULT 1,
  rule_2 INTEGER NOT NULL DEFAULT 0,
  rule_3 INTEGER NOT NULL DEFAULT 0,
  rule_4 INTEGER NOT NULL DEFAULT 1,
  rule_5 INTEGER NOT NULL DEFAULT 1,
  rule_6 INTEGER NOT NULL DEFAULT 0,
  rule_7 INTEGER NOT NULL DEFAULT 0,
  -- what the rules leave unsaid: JSON by rule; what it does not name is told
  rule_options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(rule_options)),
  sender_name TEXT NOT NULL DEFAULT '',
  sender_address TEXT NOT NULL DEFAULT '',
  reply_to TEXT NOT NULL DEFAULT '',
  copy_to TEXT NOT NULL DEFAULT '',
  smtp_host TEXT NOT NULL DEFAULT '',
  smtp_port INTEGER NOT NULL DEFAULT 587,
  smtp_security TEXT NOT NULL DEFAULT 'starttls' CHECK (smtp_security IN ('starttls','tls','none')),
  smtp_user TEXT NOT NULL DEFAULT '',
  smtp_sessions INTEGER NOT NULL DEFAULT 3,
  smtp_preset TEXT NOT NULL DEFAULT 'own',
  -- limits that sending keeps; 0 for none
  smtp_per_minute INTEGER NOT NULL DEFAULT 0,
  smtp_per_session INTEGER NOT NULL DEFAULT 0,
  smtp_per_day INTEGER NOT NULL DEFAULT 0,
  dkim_selectors TEXT NOT NULL DEFAULT '',
  -- signing in at the provider; tokens and the client's secret stand in the keychain only
  smtp_auth TEXT NOT NULL DEFAULT 'password' CHECK (smtp_auth IN ('password','oauth2')),
  oauth_provider TEXT NOT NULL DEFAULT 'microsoft' CHECK (oauth_provider IN ('microsoft','google','other')),
  oauth_client_id TEXT NOT NULL DEFAULT '',
  oauth_tenant TEXT NOT NULL DEFAULT '',
  oauth_authorize_url TEXT NOT NULL DEFAULT '',
  oauth_token_url TEXT NOT NULL DEFAULT '',
  oauth_scope TEXT NOT NULL DEFAULT '',
  -- The IMAP box in which mails that come back lie; none where return_host is ''
  return_host TEXT NOT NULL DEFAULT '',
  return_port INTEGER NOT NULL DEFAULT 993,
  return_security TEXT NOT NULL DEFAULT 'tls' CHECK (return_security IN ('tls','starttls','none')),
  return_user TEXT NOT NULL DEFAULT '',
  return_folder TEXT NOT NULL DEFAULT 'INBOX',
  opt_out_secret TEXT NOT NULL DEFAULT '',
  -- the PDF of a delivery note that rule 2 tells of goes with its mail
  attaches_delivery_notes INTEGER NOT NULL DEFAULT 0,
  -- Before mails go: a run stops to be looked at, or because it would tell more than is plausible
  shows_preview_first INTEGER NOT NULL DEFAULT 0,
  surge_mails INTEGER NOT NULL DEFAULT 50,
  surge_times INTEGER NOT NULL DEFAULT 3,
  surge_cause_orders INTEGER NOT NULL DEFAULT 20,
  surge_cause_percent INTEGER NOT NULL DEFAULT 20,
  mails_per_day INTEGER NOT NULL DEFAULT 3,
  -- Password settings: the link "Create user", and who mails about accounts come from; My page sends those
  shows_register_link INTEGER NOT NULL DEFAULT 1,
  account_sender_name TEXT NOT NULL DEFAULT '',
  account_sender_address TEXT NOT NULL DEFAULT '',
  account_reply_to TEXT NOT NULL DEFAULT '',
  account_copy_to TEXT NOT NULL DEFAULT '',
  -- what the site answered when these were last published; null before
  account_mails_answer TEXT CHECK (account_mails_answer IN ('can-send','no-mail-server','not-known')),
  -- restored-backup guard: the highest version of an order history that the site answered although this file knows of
  -- none so high, and up to which version staff have decided about that
  site_version_seen INTEGER NOT NULL DEFAULT 0,
  site_version_decided INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE website_warehouse (
  website_id INTEGER NOT NULL REFERENCES website(id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouse(id),
  PRIMARY KEY (website_id, warehouse_id)
) STRICT, WITHOUT ROWID;

-- How far a website's return box has been read. Another box or another UIDVALIDITY (RFC 3501 2.3.1.1): not at all
CREATE TABLE return_box_position (
  website_id INTEGER PRIMARY KEY REFERENCES website(id),
  box TEXT NOT NULL,
  uid_validity TEXT NOT NULL,
  last_uid INTEGER NOT NULL
) STRICT;

-- Texts that staff wrote; built-in texts stand in the program. A substitute names the language to use instead.
CREATE TABLE website_text (
  website_id INTEGER NOT NULL REFERENCES website(id),
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  text_above TEXT NOT NULL,
  text_below TEXT NOT NULL,
  PRIMARY KEY (website_id, language)
) STRICT, WITHOUT ROWID;
-- Texts of mails about accounts that staff wrote; a kind and language without one has its built-in text.
CREATE TABLE account_mail_text (
  website_id INTEGER NOT NULL REFERENCES website(id),
  mail TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (website_id, mail, language)
) STRICT, WITHOUT ROWID;
-- A language that a shop added to the built-in ones, with the words that staff wrote for it; incomplete until none is missing
CREATE TABLE website_language (
  website_id INTEGER NOT NULL REFERENCES website(id),
  language TEXT NOT NULL,
  based_on TEXT NOT NULL,
  PRIMARY KEY (website_id, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE website_word (
  website_id INTEGER NOT NULL,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (website_id, language, name),
  FOREIGN KEY (website_id, language) REFERENCES website_language(website_id, language) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- PNG or JPEG in the head of the website's mails; so small that a mail stays small
CREATE TABLE website_logo (
  website_id INTEGER PRIMARY KEY REFERENCES website(id),
  image BLOB NOT NULL CHECK (length(image) <= 16384),
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL
) STRICT;
CREATE TABLE website_language_substitute (
  website_id INTEGER NOT NULL REFERENCES website(id),
  language TEXT NOT NULL,
  substitute TEXT NOT NULL,
  PRIMARY KEY (website_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- what an imported register knows the contact by; a second import finds it again
  customer_no TEXT NOT NULL DEFAULT '',
  company_no TEXT NOT NULL DEFAULT '',
  contact_person TEXT NOT NULL DEFAULT '',
  contact_person_email TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  address_line1 TEXT NOT NULL DEFAULT '',
  address_line2 TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  language TEXT,
  is_supplier INTEGER NOT NULL DEFAULT 0,
  -- Settings - Customer: Order status e-mails, default Yes; a customer's own No is lifted only by the customer
  order_status_mails INTEGER NOT NULL DEFAULT 1,
  customer_opted_out INTEGER NOT NULL DEFAULT 0,
  -- a double: the contact that all it had moved to; its id and public id still lead there
  merged_into INTEGER REFERENCES contact(id),
  -- since then it says nobody; orders keep numbers and amounts
  erased_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX contact_merged_into ON contact(merged_into) WHERE merged_into IS NOT NULL;
CREATE UNIQUE INDEX contact_by_customer_no ON contact(customer_no) WHERE customer_no <> '';
CREATE INDEX contact_by_name ON contact(name COLLATE NOCASE);
CREATE INDEX contact_by_email ON contact(email COLLATE NOCASE);
CREATE INDEX contact_by_company_no ON contact(company_no) WHERE company_no <> '';
CREATE INDEX contact_by_phone ON contact(phone) WHERE phone <> '';
CREATE INDEX contact_by_postcode ON contact(postcode) WHERE postcode <> '';
CREATE INDEX contact_by_person ON contact(contact_person COLLATE NOCASE) WHERE contact_person <> '';
CREATE INDEX contact_by_person_email ON contact(contact_person_email COLLATE NOCASE) WHERE contact_person_email <> '';
-- A telephone number is compared by its last eight digits, however it was typed (website/compare-enquiry.ts)
CREATE INDEX contact_by_phone_end ON contact(substr(
  replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '/', ''), '(', ''), ')', ''), -8));

CREATE TABLE website_account (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  website_id INTEGER NOT NULL REFERENCES website(id),
  site_account_id TEXT,
  email TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('approved','pending','declined')),
  -- Update Website publishes accounts whose version the site has not answered
  version INTEGER NOT NULL DEFAULT 1,
  answered_version INTEGER NOT NULL DEFAULT 0,
  -- what the site took last; null before the first time
  published_email TEXT,
  published_status TEXT,
  -- the last mail with a link to choose a password that staff asked for
  password_mail TEXT CHECK (password_mail IN ('invitation','reset')),
  password_mail_to TEXT,
  password_mail_at TEXT,
  UNIQUE (contact_id, website_id)
) STRICT;
CREATE INDEX account_to_publish ON website_account(website_id) WHERE version > answered_version;
CREATE UNIQUE INDEX account_by_site_id ON website_account(website_id, site_account_id) WHERE site_account_id IS NOT NULL;

-- Accounts of erased customers that Update Website has yet to tell their website of
CREATE TABLE account_erasure (
  account_public_id TEXT PRIMARY KEY,
  website_id INTEGER NOT NULL REFERENCES website(id),
  site_account_id TEXT
) STRICT, WITHOUT ROWID;

-- Addresses that a mail server refused for good (domain.md 9.12); staff lift the mark
CREATE TABLE address_mark (
  address TEXT PRIMARY KEY,
  reply_code INTEGER NOT NULL,
  enhanced_code TEXT NOT NULL DEFAULT '',
  reply TEXT NOT NULL,
  marked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  product_no TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT 'pcs',
  unit_price_minor INTEGER NOT NULL DEFAULT 0,
  vat_permille INTEGER NOT NULL DEFAULT 250,
  is_stock_item INTEGER NOT NULL DEFAULT 1,
  on_web INTEGER NOT NULL DEFAULT 1,
  expected_delivery_date TEXT,
  supplier_id INTEGER REFERENCES contact(id),
  -- EAN, UPC or whatever the label says
  bar_code TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX product_by_bar_code ON product(bar_code) WHERE bar_code <> '';
CREATE INDEX product_by_supplier ON product(supplier_id) WHERE supplier_id IS NOT NULL;
CREATE INDEX product_by_name ON product(name COLLATE NOCASE);

CREATE TABLE product_stock (
  product_id INTEGER NOT NULL REFERENCES product(id),
  warehouse_id INTEGER NOT NULL REFERENCES warehouse(id),
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (product_id, warehouse_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_order (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  order_no INTEGER NOT NULL UNIQUE,
  -- the number of the program it was imported from (domain.md 1.5)
  external_no TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('quotation','order-basis','order','batch-order','back-order',
    'invoice-not-delivered','invoice','unissued-credit-note','credit-note','lost-sale','cancelled')),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  -- the contact's data as of the order (domain.md 4.1)
  customer_name TEXT NOT NULL,
  contact_person TEXT NOT NULL DEFAULT '',
  address_line1 TEXT NOT NULL DEFAULT '',
  address_line2 TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  -- web mark: set for orders from a website, for ever
  website_id INTEGER REFERENCES website(id),
  web_order_no TEXT NOT NULL DEFAULT '',
  ordering_email TEXT NOT NULL DEFAULT '',
  language TEXT,
  order_date TEXT NOT NULL,
  delivery_date TEXT,
  currency TEXT NOT NULL,
  freight_minor INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL DEFAULT '',
  picked INTEGER NOT NULL DEFAULT 0,
  ready_for_invoicing INTEGER NOT NULL DEFAULT 0,
  process_complete INTEGER NOT NULL DEFAULT 0,
  parent_order_id INTEGER REFERENCES sales_order(id),
  credited_order_id INTEGER REFERENCES sales_order(id),
  invoice_no INTEGER UNIQUE,
  invoiced_at TEXT,
  -- rises with every edit; a caller that saw an older one is told "changed meanwhile"
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  -- What lists filter and sort by, kept by first-lists.ts
  list_group INTEGER REFERENCES order_group(id),
  expected_date TEXT,
  total_minor INTEGER NOT NULL DEFAULT 0,
  web_no_key TEXT GENERATED ALWAYS AS (lower(web_order_no)) VIRTUAL,
  -- Norwegian order: æ, ø and å come after z
  customer_key TEXT GENERATED ALWAYS AS (lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    customer_name, 'æ', '{'), 'Æ', '{'), 'ä', '{'), 'Ä', '{'), 'ø', '|'), 'Ø', '|'), 'ö', '|'), 'Ö', '|'), 'å', '}'), 'Å', '}'))) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX order_by_external_no ON sales_order(external_no) WHERE external_no <> '';
CREATE INDEX order_by_contact ON sales_order(contact_id);
CREATE INDEX order_by_parent ON sales_order(parent_order_id) WHERE parent_order_id IS NOT NULL;
CREATE INDEX order_by_credited ON sales_order(credited_order_id) WHERE credited_order_id IS NOT NULL;
CREATE INDEX order_by_status ON sales_order(status, id);
-- A back order or credit note carries its origin's web order no. with a suffix, so the pair stays unique
CREATE UNIQUE INDEX order_by_web_no ON sales_order(website_id, web_order_no) WHERE website_id IS NOT NULL;

CREATE TABLE order_line (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  position INTEGER NOT NULL,
  product_id INTEGER REFERENCES product(id),
  product_no TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT 'pcs',
  ordered_milli INTEGER NOT NULL CHECK (ordered_milli >= 0),
  -- what the next delivery or invoice will cover of the remaining quantity
  to_be_delivered_milli INTEGER NOT NULL CHECK (to_be_delivered_milli >= 0),
  delivered_milli INTEGER NOT NULL DEFAULT 0 CHECK (delivered_milli >= 0),
  invoiced_milli INTEGER NOT NULL DEFAULT 0 CHECK (invoiced_milli >= 0),
  -- what a back order took over
  moved_milli INTEGER NOT NULL DEFAULT 0 CHECK (moved_milli >= 0),
  -- what original delivery notes have covered so far
  noted_milli INTEGER NOT NULL DEFAULT 0 CHECK (noted_milli >= 0),
  remaining_milli INTEGER NOT NULL GENERATED ALWAYS AS
    (CASE WHEN is_removed = 1 THEN 0 ELSE max(0, ordered_milli - delivered_milli - moved_milli) END) STORED,
  delivery_date TEXT,
  unit_price_minor INTEGER NOT NULL DEFAULT 0,
  vat_permille INTEGER NOT NULL DEFAULT 250,
  -- reservation: the purchase line this line waits for
  purchase_line_id INTEGER REFERENCES purchase_line(id),
  -- the parent's line, on a back order
  origin_line_id INTEGER REFERENCES order_line(id),
  -- a line taken off stays for the ledger and the history
  is_removed INTEGER NOT NULL DEFAULT 0,
  UNIQUE (order_id, position)
) STRICT;
CREATE INDEX waiting_line_by_product ON order_line(product_id, order_id) WHERE remaining_milli > 0;
CREATE INDEX line_by_purchase_line ON order_line(purchase_line_id) WHERE purchase_line_id IS NOT NULL;
CREATE INDEX line_by_origin ON order_line(origin_line_id) WHERE origin_line_id IS NOT NULL;

CREATE TABLE shipment (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  carrier TEXT NOT NULL DEFAULT '',
  shipping_no TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX shipment_by_order ON shipment(order_id);
CREATE INDEX shipment_by_no ON shipment(shipping_no);

-- tracking_url holds {no} where the shipping no. goes
CREATE TABLE carrier (name TEXT PRIMARY KEY, tracking_url TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

-- Originals only: each covers what was not on an earlier one. Copies are counted in delivery_note_print.
CREATE TABLE delivery_note (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  note_no TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_note_by_order ON delivery_note(order_id);
CREATE TABLE delivery_note_line (
  delivery_note_id INTEGER NOT NULL REFERENCES delivery_note(id),
  line_id INTEGER NOT NULL REFERENCES order_line(id),
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (delivery_note_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE delivery_note_print (
  id INTEGER PRIMARY KEY,
  delivery_note_id INTEGER NOT NULL REFERENCES delivery_note(id),
  is_original INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('printer','pdf')),
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL
) STRICT;
CREATE INDEX print_by_note ON delivery_note_print(delivery_note_id);

-- The first print of an invoice or credit note is the original, every further one a copy
CREATE TABLE invoice_print (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  how TEXT NOT NULL CHECK (how IN ('printer','pdf')),
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL
) STRICT;
CREATE INDEX invoice_print_by_order ON invoice_print(order_id);

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  delivered_at TEXT NOT NULL,
  delivered_by TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('delivery-note','warehouse','invoice'))
) STRICT;
CREATE INDEX delivery_by_order ON delivery(order_id);
CREATE TABLE delivery_line (
  delivery_id INTEGER NOT NULL REFERENCES delivery(id),
  line_id INTEGER NOT NULL REFERENCES order_line(id),
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_order (
  id INTEGER PRIMARY KEY,
  purchase_no INTEGER NOT NULL UNIQUE,
  external_no TEXT NOT NULL DEFAULT '',
  supplier_id INTEGER NOT NULL REFERENCES contact(id),
  status TEXT NOT NULL CHECK (status IN ('draft','transferred','received','cancelled')),
  delivery_date TEXT,
  order_date TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX purchase_by_external_no ON purchase_order(external_no) WHERE external_no <> '';
CREATE INDEX purchase_by_status ON purchase_order(status, id);
CREATE TABLE purchase_line (
  id INTEGER PRIMARY KEY,
  purchase_order_id INTEGER NOT NULL REFERENCES purchase_order(id),
  position INTEGER NOT NULL,
  product_id INTEGER NOT NULL REFERENCES product(id),
  -- 0 on a line of which nothing came and nothing is to come any more
  ordered_milli INTEGER NOT NULL CHECK (ordered_milli >= 0),
  received_milli INTEGER NOT NULL DEFAULT 0 CHECK (received_milli >= 0),
  delivery_date TEXT,
  UNIQUE (purchase_order_id, position)
) STRICT;
CREATE INDEX open_purchase_line_by_product ON purchase_line(product_id) WHERE received_milli < ordered_milli;

CREATE TABLE log_entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  order_id INTEGER REFERENCES sales_order(id),
  details TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX log_by_order ON log_entry(order_id, id) WHERE order_id IS NOT NULL;

-- What the customer knows, one row a webshop order (domain.md 9.1). baseline: fact -> value;
-- told: fact -> {value, at, mailId}. version rises whenever a baseline moves.
CREATE TABLE ledger (
  order_id INTEGER PRIMARY KEY REFERENCES sales_order(id),
  version INTEGER NOT NULL,
  baseline TEXT NOT NULL,
  told TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- Orders that may differ from their ledgers; a row leaves only when every fact equals its baseline
CREATE TABLE order_to_check (
  order_id INTEGER PRIMARY KEY REFERENCES sales_order(id),
  counter INTEGER NOT NULL DEFAULT 1,
  -- the import that changed it last
  import_log_id INTEGER REFERENCES log_entry(id),
  -- fact -> value: what an option of the rules left unsaid when a run last judged the order; null for nothing
  passed_over TEXT,
  -- set where nothing else differs: runs need not look at the order before that day, or before it is marked again
  look_again_on TEXT
) STRICT;
CREATE INDEX order_to_judge ON order_to_check(order_id) WHERE look_again_on IS NULL;
CREATE INDEX order_to_look_again ON order_to_check(look_again_on) WHERE look_again_on IS NOT NULL;
CREATE INDEX order_passed_over ON order_to_check(order_id) WHERE passed_over IS NOT NULL;

-- Order histories for My page: to be published while version > answered_version
CREATE TABLE order_publication (
  order_id INTEGER PRIMARY KEY REFERENCES sales_order(id),
  version INTEGER NOT NULL DEFAULT 1,
  answered_version INTEGER NOT NULL DEFAULT 0,
  -- 1 once the site has answered a tombstone: finished and older than the website's history
  is_deleted INTEGER NOT NULL DEFAULT 0,
  -- 1 while the site lacks papers that its document names
  papers_due INTEGER NOT NULL DEFAULT 0,
  -- the first date that the site shows as expected; once it has passed the document reads otherwise
  next_expected TEXT
) STRICT;
CREATE INDEX publication_by_expected ON order_publication(next_expected) WHERE next_expected IS NOT NULL;
CREATE INDEX live_publication ON order_publication(order_id) WHERE is_deleted = 0;
CREATE INDEX order_to_publish ON order_publication(order_id) WHERE version > answered_version OR papers_due = 1;

-- The time line of My page: sentences by the ledger version they start from, so that a mail made anew replaces its own
CREATE TABLE order_news (
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  ledger_version INTEGER NOT NULL,
  at TEXT NOT NULL,
  sentences TEXT NOT NULL,
  PRIMARY KEY (order_id, ledger_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE do_not_tell (
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  fact TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (order_id, fact)
) STRICT, WITHOUT ROWID;

-- What staff hold back: nothing of it is told and nothing of it moves until they let go. facts: those of one change
CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER REFERENCES contact(id),
  order_id INTEGER REFERENCES sales_order(id),
  facts TEXT NOT NULL DEFAULT '[]',
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((contact_id IS NULL) <> (order_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX hold_of_contact ON hold(contact_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX hold_of_order ON hold(order_id, facts) WHERE order_id IS NOT NULL;

-- What staff decided about a run that stopped before its first mail; the next run of the website uses it up
CREATE TABLE stop_decision (
  website_id INTEGER PRIMARY KEY REFERENCES website(id),
  run_id INTEGER NOT NULL REFERENCES run(id),
  decision TEXT NOT NULL CHECK (decision IN ('tell-them','tell-nobody')),
  -- so many mails, and the keys of the causes, staff had before them
  planned INTEGER NOT NULL,
  causes TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE enquiry (
  id INTEGER PRIMARY KEY,
  website_id INTEGER NOT NULL REFERENCES website(id),
  site_enquiry_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting','imported','rejected')),
  contact_id INTEGER REFERENCES contact(id),
  order_id INTEGER REFERENCES sales_order(id),
  fetched_at TEXT NOT NULL,
  decided_at TEXT,
  decided_by TEXT,
  -- of a rejected order: 1 once the website knows
  outcome_told INTEGER NOT NULL DEFAULT 0,
  UNIQUE (website_id, site_enquiry_id)
) STRICT;
CREATE INDEX waiting_enquiry ON enquiry(website_id, id) WHERE state = 'waiting';
CREATE INDEX outcome_to_tell ON enquiry(website_id, id) WHERE state = 'rejected' AND kind = 'order' AND outcome_told = 0;
CREATE INDEX activities_of_contact ON enquiry(contact_id, id) WHERE kind = 'activity';
CREATE INDEX settings_of_contact ON enquiry(contact_id) WHERE kind = 'customer-settings';

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  -- kept outside the file too, so that a restored backup is known by what it does not hold
  random_id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  who TEXT NOT NULL,
  -- per website: the step reached; the report when done
  step TEXT NOT NULL,
  report TEXT NOT NULL DEFAULT '{}'
) STRICT;
-- Runs of this company that this file does not hold and about which staff have decided (restored-backup guard)
CREATE TABLE decided_run (
  random_id TEXT PRIMARY KEY,
  decision TEXT NOT NULL CHECK (decision IN ('note-as-is','as-on-my-page','file-is-right')),
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE run_not_told (
  run_id INTEGER NOT NULL REFERENCES run(id),
  website_id INTEGER NOT NULL,
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  contact_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (run_id, order_id)
) STRICT, WITHOUT ROWID;

-- The outbox. random_id makes the Message-ID; message holds the exact bytes that go out.
-- journal: 0 = not begun, 1 = assigned to a session, 2 = body may leave (committed before the body)
CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  random_id TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES run(id),
  website_id INTEGER NOT NULL REFERENCES website(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  kind TEXT NOT NULL CHECK (kind IN ('order-status','shop-copy')),
  copy_of_mail_id INTEGER REFERENCES mail(id),
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  sender_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  -- of all that decides the bytes but random_id and frozen_at: a mail that a stopped run left goes out as it was shown
  fingerprint TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('queued','sending','accepted','waiting','refused','uncertain','superseded','dropped','settled')),
  journal INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- runs in a row in which the server refused the body
  refused_runs INTEGER NOT NULL DEFAULT 0,
  reply_code INTEGER,
  reply TEXT NOT NULL DEFAULT '',
  -- why it is waiting, dropped or refused: a short word of the program's own
  reason TEXT NOT NULL DEFAULT '',
  settled_at TEXT,
  superseded_by INTEGER REFERENCES mail(id),
  -- it came back to the shop after the server had taken it: when that was noted, and what the answer said
  came_back_at TEXT,
  came_back TEXT NOT NULL DEFAULT '',
  -- 1 once its text was removed, for its age or with its customer
  is_text_removed INTEGER NOT NULL DEFAULT 0
) STRICT;
-- What a mail says, apart: a row of mail is written anew with every step of sending. None once its text was removed
CREATE TABLE mail_text (
  mail_id INTEGER PRIMARY KEY REFERENCES mail(id),
  -- the exact bytes that every try sends
  message BLOB NOT NULL,
  html TEXT NOT NULL,
  plain TEXT NOT NULL
) STRICT;
CREATE VIEW whole_mail AS
SELECT m.*, coalesce(t.message, x'') AS message, coalesce(t.html, '') AS html, coalesce(t.plain, '') AS plain
FROM mail m LEFT JOIN mail_text t ON t.mail_id = m.id;
CREATE TRIGGER mail_text_removed AFTER UPDATE OF is_text_removed ON mail WHEN NEW.is_text_removed = 1 BEGIN
  DELETE FROM mail_text WHERE mail_id = NEW.id;
END;

CREATE INDEX mail_log ON mail(id, kind, state, contact_id, address, subject);
CREATE INDEX mail_text_by_age ON mail(frozen_at) WHERE is_text_removed = 0;
CREATE INDEX mail_by_state ON mail(state, id) WHERE state IN ('queued','sending','waiting','refused','uncertain');
CREATE INDEX mail_by_run ON mail(run_id, state);
CREATE INDEX mail_by_contact ON mail(contact_id, id);
-- How many a customer got in one day
CREATE INDEX mail_told ON mail(contact_id, settled_at, state, kind) WHERE settled_at IS NOT NULL;
-- How many left in the last 24 hours: the daily limit of the mail server
CREATE INDEX mail_by_settled ON mail(settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX mail_came_back ON mail(id) WHERE came_back_at IS NOT NULL;

CREATE TABLE mail_order (
  mail_id INTEGER NOT NULL REFERENCES mail(id),
  order_id INTEGER NOT NULL REFERENCES sales_order(id),
  ledger_version INTEGER NOT NULL,
  -- the Change[] this mail tells of the order
  changes TEXT NOT NULL,
  -- 0 once the mail is superseded or dropped
  is_live INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (mail_id, order_id)
) STRICT, WITHOUT ROWID;
-- Nothing twice: at most one live mail for a state of the ledger
CREATE UNIQUE INDEX live_mail_by_ledger_version ON mail_order(order_id, ledger_version) WHERE is_live = 1;
CREATE INDEX mail_order_by_order ON mail_order(order_id, mail_id);

-- Finding changes costs O(what changed): every write that can change a fact of a webshop order marks it,
-- for the ledger and for My page.
CREATE VIEW changed_order AS SELECT 0 AS order_id WHERE 0;
CREATE TRIGGER mark_changed_order INSTEAD OF INSERT ON changed_order
WHEN EXISTS (SELECT 1 FROM sales_order WHERE id = NEW.order_id AND website_id IS NOT NULL)
BEGIN
  INSERT INTO order_to_check(order_id) VALUES (NEW.order_id)
  ON CONFLICT DO UPDATE SET counter = counter + 1, look_again_on = NULL;
  INSERT INTO order_publication(order_id) VALUES (NEW.order_id) ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER order_inserted AFTER INSERT ON sales_order WHEN NEW.website_id IS NOT NULL BEGIN
  INSERT INTO changed_order VALUES (NEW.id);
END;
CREATE TRIGGER order_updated AFTER UPDATE OF status, picked, delivery_date, contact_id, ordering_email, language, customer_name, freight_minor, invoice_no ON sales_order
WHEN NEW.website_id IS NOT NULL BEGIN
  INSERT INTO changed_order VALUES (NEW.id);
END;
CREATE TRIGGER child_order_inserted AFTER INSERT ON sales_order WHEN NEW.parent_order_id IS NOT NULL OR NEW.credited_order_id IS NOT NULL BEGIN
  INSERT INTO changed_order VALUES (coalesce(NEW.parent_order_id, NEW.credited_order_id));
END;
CREATE TRIGGER child_order_updated AFTER UPDATE OF status ON sales_order WHEN NEW.credited_order_id IS NOT NULL BEGIN
  INSERT INTO changed_order VALUES (NEW.credited_order_id);
END;
CREATE TRIGGER line_inserted AFTER INSERT ON order_line BEGIN INSERT INTO changed_order VALUES (NEW.order_id); END;
CREATE TRIGGER line_updated AFTER UPDATE OF ordered_milli, to_be_delivered_milli, delivered_milli, moved_milli, delivery_date, is_removed,
  purchase_line_id, product_id, description, unit, unit_price_minor, vat_permille ON order_line BEGIN INSERT INTO changed_order VALUES (NEW.order_id); END;
CREATE TRIGGER shipment_inserted AFTER INSERT ON shipment BEGIN INSERT INTO changed_order VALUES (NEW.order_id); END;
CREATE TRIGGER shipment_updated AFTER UPDATE ON shipment BEGIN INSERT INTO changed_order VALUES (NEW.order_id); END;
CREATE TRIGGER shipment_deleted AFTER DELETE ON shipment BEGIN INSERT INTO changed_order VALUES (OLD.order_id); END;
CREATE TRIGGER note_inserted AFTER INSERT ON delivery_note BEGIN INSERT INTO changed_order VALUES (NEW.order_id); END;
CREATE TRIGGER news_inserted AFTER INSERT ON order_news BEGIN
  INSERT INTO order_publication(order_id) VALUES (NEW.order_id) ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER news_updated AFTER UPDATE ON order_news BEGIN
  INSERT INTO order_publication(order_id) VALUES (NEW.order_id) ON CONFLICT DO UPDATE SET version = version + 1;
END;
CREATE TRIGGER product_date_updated AFTER UPDATE OF expected_delivery_date ON product
WHEN NEW.expected_delivery_date IS NOT OLD.expected_delivery_date BEGIN
  INSERT INTO changed_order SELECT DISTINCT order_id FROM order_line WHERE product_id = NEW.id AND remaining_milli > 0;
END;
-- A longer or shorter history shows or removes orders that did not change themselves
CREATE TRIGGER website_history_updated AFTER UPDATE OF history_months ON website WHEN NEW.history_months <> OLD.history_months BEGIN
  UPDATE order_publication SET version = version + 1
  WHERE order_id IN (SELECT id FROM sales_order WHERE website_id = NEW.id);
END;
-- Every document of the website shows amounts
CREATE TRIGGER website_prices_updated AFTER UPDATE OF price_prefix, price_suffix, price_includes_vat, price_decimal_symbol,
  price_thousand_separator, price_decimals, price_rounding ON website BEGIN
  UPDATE order_publication SET version = version + 1
  WHERE is_deleted = 0 AND order_id IN (SELECT id FROM sales_order WHERE website_id = NEW.id);
END;
-- A website's own prefix and suffix speak of the company's currency
CREATE TRIGGER company_currency_updated AFTER UPDATE OF currency ON company WHEN NEW.currency <> OLD.currency BEGIN
  UPDATE order_publication SET version = version + 1
  WHERE is_deleted = 0 AND order_id IN (SELECT o.id FROM sales_order o JOIN website w ON w.id = o.website_id
    WHERE w.price_prefix IS NOT NULL OR w.price_suffix <> '');
END;
-- Papers come to or leave the documents of the orders that have some
CREATE TRIGGER website_papers_updated AFTER UPDATE OF publishes_delivery_notes, publishes_invoices ON website
WHEN NEW.publishes_delivery_notes <> OLD.publishes_delivery_notes OR NEW.publishes_invoices <> OLD.publishes_invoices BEGIN
  UPDATE order_publication SET version = version + 1
  WHERE is_deleted = 0 AND order_id IN (SELECT o.id FROM sales_order o WHERE o.website_id = NEW.id AND (
    (NEW.publishes_invoices <> OLD.publishes_invoices AND o.invoice_no IS NOT NULL)
    OR (NEW.publishes_delivery_notes <> OLD.publishes_delivery_notes
      AND EXISTS (SELECT 1 FROM delivery_note n WHERE n.order_id = o.id))));
END;
-- Stock crosses zero for a website when the sum over its warehouses does
CREATE TRIGGER stock_inserted AFTER INSERT ON product_stock WHEN NEW.quantity_milli <> 0 BEGIN
  INSERT INTO changed_order SELECT DISTINCT l.order_id FROM order_line l JOIN sales_order o ON o.id = l.order_id
  JOIN website_warehouse w ON w.website_id = o.website_id AND w.warehouse_id = NEW.warehouse_id
  WHERE l.product_id = NEW.product_id AND l.remaining_milli > 0;
END;
CREATE TRIGGER stock_updated AFTER UPDATE OF quantity_milli ON product_stock WHEN NEW.quantity_milli <> OLD.quantity_milli BEGIN
  INSERT INTO changed_order SELECT DISTINCT l.order_id FROM order_line l JOIN sales_order o ON o.id = l.order_id
  WHERE l.product_id = NEW.product_id AND l.remaining_milli > 0 AND o.website_id IN (
    SELECT w.website_id FROM website_warehouse w JOIN product_stock s ON s.warehouse_id = w.warehouse_id AND s.product_id = NEW.product_id
    GROUP BY w.website_id
    HAVING max(w.warehouse_id = NEW.warehouse_id) = 1
      AND (sum(s.quantity_milli) > 0) <> (sum(s.quantity_milli) - NEW.quantity_milli + OLD.quantity_milli > 0));
END;
-- Where rule 7 waits for a whole line, more stock is news although nothing crossed zero
CREATE TRIGGER stock_risen AFTER UPDATE OF quantity_milli ON product_stock WHEN NEW.quantity_milli > OLD.quantity_milli BEGIN
  UPDATE order_to_check SET counter = counter + 1, look_again_on = NULL WHERE order_id IN (
    SELECT order_id FROM order_line WHERE product_id = NEW.product_id AND remaining_milli > 0);
END;
CREATE TRIGGER purchase_updated AFTER UPDATE OF status, delivery_date ON purchase_order
WHEN NEW.status <> OLD.status OR NEW.delivery_date IS NOT OLD.delivery_date BEGIN
  INSERT INTO changed_order SELECT DISTINCT l.order_id FROM purchase_line p JOIN order_line l ON l.product_id = p.product_id
  WHERE p.purchase_order_id = NEW.id AND l.remaining_milli > 0;
END;
CREATE TRIGGER purchase_line_inserted AFTER INSERT ON purchase_line BEGIN
  INSERT INTO changed_order SELECT DISTINCT order_id FROM order_line WHERE product_id = NEW.product_id AND remaining_milli > 0;
END;
CREATE TRIGGER purchase_line_updated AFTER UPDATE OF delivery_date, received_milli, ordered_milli ON purchase_line
WHEN NEW.delivery_date IS NOT OLD.delivery_date OR (NEW.received_milli < NEW.ordered_milli) <> (OLD.received_milli < OLD.ordered_milli) BEGIN
  INSERT INTO changed_order SELECT DISTINCT order_id FROM order_line WHERE product_id = NEW.product_id AND remaining_milli > 0;
END;
CREATE TRIGGER contact_updated AFTER UPDATE OF email, contact_person_email, language, order_status_mails, customer_opted_out ON contact BEGIN
  INSERT INTO changed_order SELECT id FROM sales_order WHERE contact_id = NEW.id AND website_id IS NOT NULL;
  UPDATE website_account SET version = version + 1 WHERE contact_id = NEW.id;
END;
-- My page shows these; the columns that mails go by have the trigger above
CREATE TRIGGER contact_details_updated AFTER UPDATE OF name, company_no, contact_person, phone, address_line1, address_line2,
  postcode, city, country ON contact
WHEN NEW.name <> OLD.name OR NEW.company_no <> OLD.company_no OR NEW.contact_person <> OLD.contact_person
  OR NEW.phone <> OLD.phone OR NEW.address_line1 <> OLD.address_line1 OR NEW.address_line2 <> OLD.address_line2
  OR NEW.postcode <> OLD.postcode OR NEW.city <> OLD.city OR NEW.country <> OLD.country
BEGIN
  UPDATE website_account SET version = version + 1 WHERE contact_id = NEW.id;
END;
CREATE TRIGGER account_inserted AFTER INSERT ON website_account BEGIN
  INSERT INTO changed_order SELECT id FROM sales_order WHERE contact_id = NEW.contact_id AND website_id = NEW.website_id;
END;
-- Whoever found a contact before it was merged and stores an order or purchase after: it goes to the one that stays
CREATE TRIGGER order_of_double AFTER INSERT ON sales_order
WHEN (SELECT merged_into FROM contact WHERE id = NEW.contact_id) IS NOT NULL BEGIN
  UPDATE sales_order SET contact_id = (SELECT merged_into FROM contact WHERE id = NEW.contact_id) WHERE id = NEW.id;
END;
CREATE TRIGGER purchase_of_double AFTER INSERT ON purchase_order
WHEN (SELECT merged_into FROM contact WHERE id = NEW.supplier_id) IS NOT NULL BEGIN
  UPDATE purchase_order SET supplier_id = (SELECT merged_into FROM contact WHERE id = NEW.supplier_id) WHERE id = NEW.id;
END;
CREATE TRIGGER account_moved AFTER UPDATE OF contact_id ON website_account WHEN NEW.contact_id <> OLD.contact_id BEGIN
  UPDATE website_account SET version = version + 1 WHERE id = NEW.id;
  INSERT INTO changed_order SELECT id FROM sales_order WHERE contact_id IN (OLD.contact_id, NEW.contact_id) AND website_id = NEW.website_id;
END;
CREATE TRIGGER account_updated AFTER UPDATE OF email, status ON website_account
WHEN NEW.email <> OLD.email OR NEW.status <> OLD.status BEGIN
  UPDATE website_account SET version = version + 1 WHERE id = NEW.id;
  INSERT INTO changed_order SELECT id FROM sales_order WHERE contact_id = NEW.contact_id AND website_id = NEW.website_id;
END;
${listSchema}`,
} as const;
