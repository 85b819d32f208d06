import fc from 'fast-check';

/**
 * Random tests walk the same path every time, so that a failure can be told from chance and repeated. Another path:
 * `ORDERBUD_SEED=7 npm run check`.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.ORDERBUD_SEED ?? 20_261_123) });
