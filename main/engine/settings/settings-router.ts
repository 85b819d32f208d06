import { hostname } from 'node:os';
import {
  editCompanyInput,
  editSalesSettingsInput,
  editWebsiteInput,
  newWebsiteInput,
  removeCarrierInput,
  saveCarrierInput,
  setInvoiceFolderInput,
  setLogoInput,
  setWebsiteLogoInput,
  websiteRef,
} from '../../../shared/settings.ts';
import { requireChosen } from '../chosen-paths.ts';
import { logAction } from '../logging/log-store.ts';
import { procedure, router } from '../trpc.ts';
import { listCarriers, removeCarrier, saveCarrier } from './carrier-store.ts';
import { readCompany, readSalesSettings, writeCompany, writeSalesSettings } from './company-store.ts';
import { readInvoiceFolder, writeInvoiceFolder } from './invoice-folder-store.ts';
import { readLogoImage, readMailLogoImage } from './logo-image.ts';
import { readLogo, readWebsiteLogo, writeLogo, writeWebsiteLogo } from './logo-store.ts';
import { requireUsableFolder } from './usable-folder-service.ts';
import { insertWebsite, listWebsites, readWebsite, ruleSettingsOf, writeWebsite } from './website-store.ts';

/** View - Settings - Company, and E-Commerce - Website Settings. */
export const settingsRouter = router({
  company: procedure.query(({ ctx }) => readCompany(ctx.session.company().db)),
  editCompany: procedure.input(editCompanyInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const changed = writeCompany(tx, input).map(({ column }) => column);
      if (changed.length > 0) logAction(tx, context, { what: 'company-edited', details: { changed } });
      return readCompany(tx);
    }),
  ),
  sales: procedure.query(({ ctx }) => readSalesSettings(ctx.session.company().db)),
  editSales: procedure.input(editSalesSettingsInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const changes = writeSalesSettings(tx, input);
      if (changes.length > 0) logAction(tx, context, { what: 'sales-settings-edited', details: { changes } });
      return readSalesSettings(tx);
    }),
  ),

  logo: procedure.query(({ ctx }) => readLogo(ctx.session.company().db)),
  setLogo: procedure.input(setLogoInput).mutation(({ ctx, input }) => {
    const logo = readLogoImage(input.image);
    const { widthPx, heightPx } = logo;
    ctx.session.company().command((tx, context) => {
      writeLogo(tx, logo);
      logAction(tx, context, { what: 'logo-set', details: { widthPx, heightPx, bytes: logo.image.length } });
    });
    return { widthPx, heightPx };
  }),
  clearLogo: procedure.mutation(({ ctx }) =>
    ctx.session.company().command((tx, context) => {
      if (readLogo(tx) === null) return;
      writeLogo(tx, null);
      logAction(tx, context, { what: 'logo-cleared', details: {} });
    }),
  ),
  /** Of this computer: a path is good on one computer only. */
  invoiceFolder: procedure.query(({ ctx }) => ({ folder: readInvoiceFolder(ctx.session.company().db, hostname()) })),
  setInvoiceFolder: procedure.input(setInvoiceFolderInput).mutation(async ({ ctx, input: { folder } }) => {
    if (folder !== null) await requireUsableFolder(requireChosen(ctx, 'folder', folder));
    ctx.session.company().command((tx, context) => {
      writeInvoiceFolder(tx, { computer: hostname(), folder });
      logAction(tx, context, { what: 'invoice-folder-set', details: { computer: hostname(), folder } });
    });
  }),

  websiteLogo: procedure
    .input(websiteRef)
    .query(({ ctx, input }) => readWebsiteLogo(ctx.session.company().db, input.websiteId)),
  setWebsiteLogo: procedure.input(setWebsiteLogoInput).mutation(({ ctx, input: { websiteId, image } }) => {
    const logo = readMailLogoImage(image);
    const { widthPx, heightPx } = logo;
    ctx.session.company().command((tx, context) => {
      writeWebsiteLogo(tx, readWebsite(tx, websiteId).id, logo);
      const details = { websiteId, widthPx, heightPx, bytes: image.length };
      logAction(tx, context, { what: 'website-logo-set', details });
    });
    return { widthPx, heightPx };
  }),
  clearWebsiteLogo: procedure.input(websiteRef).mutation(({ ctx, input: { websiteId } }) =>
    ctx.session.company().command((tx, context) => {
      if (readWebsiteLogo(tx, websiteId) === null) return;
      writeWebsiteLogo(tx, websiteId, null);
      logAction(tx, context, { what: 'website-logo-cleared', details: { websiteId } });
    }),
  ),

  websites: procedure.query(({ ctx }) => listWebsites(ctx.session.company().db)),
  website: procedure
    .input(websiteRef)
    .query(({ ctx, input }) => readWebsite(ctx.session.company().db, input.websiteId)),
  createWebsite: procedure.input(newWebsiteInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const websiteId = insertWebsite(tx, context, input);
      logAction(tx, context, { what: 'website-made', details: { websiteId } });
      return { websiteId };
    }),
  ),
  editWebsite: procedure.input(editWebsiteInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const { websiteId } = input;
      const before = ruleSettingsOf(readWebsite(tx, websiteId));
      const changed = writeWebsite(tx, input);
      const website = readWebsite(tx, websiteId);
      if (changed.length > 0) {
        logAction(tx, context, { what: 'website-edited', details: { websiteId, changed } });
        ctx.session.effects.rulesChanged(tx, context, { websiteId, before, after: ruleSettingsOf(website) });
      }
      return website;
    }),
  ),

  carriers: procedure.query(({ ctx }) => listCarriers(ctx.session.company().db)),
  saveCarrier: procedure.input(saveCarrierInput).mutation(({ ctx, input: { was, ...carrier } }) =>
    ctx.session.company().command((tx, context) => {
      if (was !== undefined && was !== carrier.name) removeCarrier(tx, was);
      saveCarrier(tx, carrier);
      logAction(tx, context, { what: 'carrier-saved', details: { name: carrier.name } });
    }),
  ),
  removeCarrier: procedure.input(removeCarrierInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      if (removeCarrier(tx, input.name)) logAction(tx, context, { what: 'carrier-removed', details: input });
    }),
  ),
});
