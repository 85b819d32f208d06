/** Migration 7: papers of orders, and what became of orders placed here that will get no order history. */
export const papersMigration: readonly string[] = [
  `CREATE TABLE order_paper(
    order_id TEXT NOT NULL,
    paper_id TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (order_id, paper_id)
  ) STRICT`,
  `ALTER TABLE web_order ADD COLUMN outcome TEXT`,
];
