/** Ways in which staff write "pieces"; a customer reads the word of the own language. */
const pieceUnits = new Set([
  ...['', 'pc', 'pcs', 'pc.', 'pcs.', 'piece', 'pieces', 'each', 'ea'],
  ...['stk', 'stk.', 'st', 'st.', 'styck', 'stuk', 'stuks', 'stück', 'stueck'],
]);

/** Tells whether a unit means counted goods, which go without saying beside a number. */
export function isPieceUnit(unit: string): boolean {
  return pieceUnits.has(unit) || pieceUnits.has(unit.trim().toLowerCase());
}
