/** SQL of a text with Nordic and German letters as they are typed on other keyboards; search-words.ts does the same. */
export const folded = (text: string): string =>
  [
    ['ø', 'o'],
    ['Ø', 'o'],
    ['æ', 'ae'],
    ['Æ', 'ae'],
    ['ß', 'ss'],
  ].reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, text);

/** SQL of a number or code without its punctuation, so that W-8841 is found as w8841 too. */
export const joined = (code: string): string =>
  [' ', '-', '/', '.', '_'].reduce((sql, sign) => `replace(${sql}, '${sign}', '')`, code);

/** SQL of a text, and once more with words such as M-42 as one where it has any. */
export const withJoinedWords = (text: string): string =>
  `${text} || CASE WHEN ${text} GLOB '*[-/._]*' THEN ' ' || replace(replace(replace(replace(${text}, '-', ''), '/', ''), '.', ''), '_', '')
    ELSE '' END`;

/** SQL of a number without the letters it begins with: NO7012 is found as 7012 too. */
export const withoutLetters = (code: string): string =>
  `ltrim(${joined(code)}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')`;

/** Physical stock of line `l`'s product over the warehouses of order `o`'s website; all of them for a staff order. */
export const stockForOrder = `(SELECT coalesce(sum(s.quantity_milli), 0) FROM product_stock s WHERE s.product_id = l.product_id
  AND (o.website_id IS NULL OR s.warehouse_id IN (SELECT w.warehouse_id FROM website_warehouse w WHERE w.website_id = o.website_id)))`;

/** What orders are filtered by in lists: an order's group (migrations/first-lists.ts). */
export const groupColumns =
  'status, website_id, picked, to_pick, to_ship, waits_for_goods, not_delivered, needs_attention';

/** Registers that are searched by any part of what stands in these columns. */
export const searchedColumns = {
  product: ['product_no', 'name', 'bar_code'],
  contact: ['customer_no', 'name', 'contact_person', 'email', 'phone', 'company_no', 'city'],
} as const;
export type Register = keyof typeof searchedColumns;

/** SQL of all that a row of a register is found by. */
export const registerText = (register: Register, row: string): string =>
  folded(searchedColumns[register].map((column) => `${row}.${column}`).join(` || ' ' || `));
