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
  return siteSettingsFrom(row?.body ?? null);
}

/** What a stored body says. Every page asks for it, so the same text is read once; another one at once. */
export function siteSettingsFrom(body: string | null): SiteSettings {
  if (body === null) return defaultSiteSettings;
  if (body !== lastRead?.body) lastRead = { body, settings: siteSettings.parse(JSON.parse(body)) };
  return lastRead.settings;
}

let lastRead: { readonly body: string; readonly settings: SiteSettings } | undefined;

/** Replaces the settings. */
export async function writeSiteSettings(tx: WriteTx, settings: SiteSettings): Promise<void> {
  const body = JSON.stringify(settings);
  await tx
    .insertInto('site_settings')
    .values({ id: 1, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute();
}
