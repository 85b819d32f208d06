import type { CompanyLogo } from '../../../shared/settings.ts';
import { get, type ReadDb, run, type WriteTx } from '../db/database.ts';

/** The company's logo, or null. Up to 1 MB: read once for many papers. */
export function readLogo(db: ReadDb): CompanyLogo | null {
  const row = get<CompanyLogo>(
    db,
    'SELECT image, width_px AS widthPx, height_px AS heightPx FROM company_logo WHERE id = 1',
  );
  return row ?? null;
}

/** The logo in the mails of a website, or null. */
export function readWebsiteLogo(db: ReadDb, websiteId: number): CompanyLogo | null {
  const row = get<CompanyLogo>(
    db,
    'SELECT image, width_px AS widthPx, height_px AS heightPx FROM website_logo WHERE website_id = @websiteId',
    { websiteId },
  );
  return row ?? null;
}

/** Replaces the logo of a website's mails; null takes it away. */
export function writeWebsiteLogo(tx: WriteTx, websiteId: number, logo: CompanyLogo | null): void {
  run(tx, 'DELETE FROM website_logo WHERE website_id = @websiteId', { websiteId });
  if (logo === null) return;
  run(
    tx,
    `INSERT INTO website_logo(website_id, image, width_px, height_px)
     VALUES (@websiteId, @image, @widthPx, @heightPx)`,
    { websiteId, image: logo.image, widthPx: logo.widthPx, heightPx: logo.heightPx },
  );
}

/** Replaces the logo; null takes it away. */
export function writeLogo(tx: WriteTx, logo: CompanyLogo | null): void {
  run(tx, 'DELETE FROM company_logo');
  if (logo === null) return;
  run(tx, 'INSERT INTO company_logo(id, image, width_px, height_px) VALUES (1, @image, @widthPx, @heightPx)', {
    image: logo.image,
    widthPx: logo.widthPx,
    heightPx: logo.heightPx,
  });
}
