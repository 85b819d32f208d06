/**
 * Stores looser options through the settings' router and kills itself on the way: `loosen-child.ts <company file> <where>`, where
 * is 'before' or 'after' what a run passed over has moved, or 'stored'.
 */
import { noteUnfiltered } from '../../../../main/engine/ledger/passed-over-service.ts';
import { EngineSession } from '../../../../main/engine/session.ts';
import { settingsRouter } from '../../../../main/engine/settings/settings-router.ts';
import { createCallerFactory } from '../../../../main/engine/trpc.ts';

const [companyPath = '', where = ''] = process.argv.slice(2);
const killAt = (place: string) => {
  if (place === where) process.kill(process.pid, 'SIGKILL');
};
const session = new EngineSession({
  secrets: { get: async () => null, set: async () => {}, delete: async () => {} },
  effects: {
    backOrderMade: () => {},
    orderImported: () => {},
    rulesChanged: (tx, { today }, website) => {
      killAt('before');
      noteUnfiltered(tx, { ...website, today });
      killAt('after');
    },
  },
  now: () => new Date('2026-03-03T10:12:00.000Z'),
  log: { unexpected: (_where, error) => console.error(error) },
});
await session.open(companyPath);
const settings = createCallerFactory(settingsRouter)({ session });
await settings.editWebsite({ websiteId: 1, ruleOptions: { 6: { toleranceDays: 0, direction: 'any' } } });
killAt('stored');
