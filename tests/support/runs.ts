/** `ORDERBUD_RUNS=20 npm run check` tries twenty times as many cases in every random test. */
const times = Number(process.env.ORDERBUD_RUNS ?? 1);

/** How many cases a random test tries. */
export function runs(cases: number): number {
  return Math.max(1, Math.round(cases * times));
}
