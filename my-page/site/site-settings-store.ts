import { type SiteSettings, siteSettings } from '../../shared/my-page/protocol.ts';
import type { ReadDb, WriteTx } from '../db/store.ts';

/** What holds until the desktop has published its settings. */
export const defaultSiteSettings: SiteSettings = {
  siteName: 'Webshop',
  shopUrl: '',
  language: 'en',
  currency: 'EUR',
  colour: '#1f5fa8',
  passwordMode: 'voluntary',
  approval: 'manual',
  showsRegisterLink: true,
};

/** The settings as last published. */
export async function readSiteSettings(db: ReadDb): Promise<SiteSettings> {
  const row = await db.selectFrom('site_settings').select('body').executeTakeFirst();
  return row ? siteSettings.parse(JSON.parse(row.body)) : defaultSiteSettings;
}

/** Replaces the settings. */
export async function writeSiteSettings(tx: WriteTx, settings: SiteSettings): Promise<void> {
  const body = JSON.stringify(settings);
  await tx
    .insertInto('site_settings')
    .values({ id: 1, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute();
}
