import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  type AccountMailSettings,
  type AccountMailSettingsAnswer,
  accountMailSettings,
  type PasswordMailAnswer,
  uuid,
} from '../../shared/my-page/protocol.ts';
import { findAccountByDesktopId } from '../accounts/account-store.ts';
import { writeAudit } from '../audit/audit-store.ts';
import { writeAccountMailSettings } from '../mail/account-mail-settings-store.ts';
import { isMailWaiting, queueMail } from '../mail/account-mail-store.ts';
import { isMailAddress } from '../mail/mail-address.ts';
import { findTextFaults } from '../mail/mail-template.ts';
import type { Site } from '../site/site.ts';
import { ApiError, type ApiFault, parseInput } from './api-error.ts';
import { keyOf } from './authorise.ts';
import { endpoints } from './endpoints.ts';
import { addRoute } from './route.ts';

const accountPath = z.object({ accountId: uuid });

/** What the desktop says about the mails that My page sends, and asking for one. */
export function registerAccountMailRoutes(app: FastifyInstance, site: Site): void {
  const { store, mails } = site;

  addRoute(app, site, endpoints.putAccountMails, async (request): Promise<AccountMailSettingsAnswer> => {
    const settings = parseInput(accountMailSettings, request.body);
    const faults = faultsIn(settings);
    if (faults.length > 0) throw new ApiError(400, 'bad-input', 'The request has faults; nothing was stored.', faults);
    await store.write((tx) => writeAccountMailSettings(tx, settings));
    mails.poke();
    return { texts: settings.texts.length, canSend: await mails.canSend(store.read) };
  });

  addRoute(app, site, endpoints.postAccountMail, async (request): Promise<PasswordMailAnswer> => {
    const { accountId } = parseInput(accountPath, request.params);
    const canSend = await mails.canSend(store.read);
    const keyId = keyOf(request).id;
    const answer = await store.write(async (tx): Promise<PasswordMailAnswer> => {
      const account = await findAccountByDesktopId(tx, accountId);
      if (!account) throw new ApiError(404, 'account-unknown', 'No account with this id was published here.');
      if (account.status !== 'approved') {
        throw new ApiError(409, 'account-not-approved', 'The account is not approved.');
      }
      if (!canSend) throw new ApiError(409, 'mail-not-set-up', 'My page has no mail server, or no sender address.');
      const mail = account.passwordHash === null ? 'invitation' : 'reset';
      // Two clicks are one mail.
      if (!(await isMailWaiting(tx, account.id, mail))) {
        const { id, language } = account;
        const now = site.now();
        await queueMail(tx, { kind: mail, accountId: id, guest: null, language, isAskedByShop: true }, now);
        await writeAudit(tx, 'password-mail-asked', { at: now, accountId: id, keyId });
      }
      return { mail, to: account.email };
    });
    mails.poke();
    return answer;
  });
}

/** Faulty addresses and texts, each by its place in the body. */
function faultsIn(settings: AccountMailSettings): readonly ApiFault[] {
  const addresses = (['senderAddress', 'replyTo', 'copyTo'] as const)
    .filter((field) => settings[field] !== '' && !isMailAddress(settings[field]))
    .map((field) => ({ field, message: 'This is no e-mail address.' }));
  const texts = settings.texts.flatMap((text, index) =>
    findTextFaults(text.mail, text).map(({ place, message }) => ({ field: `texts.${index}.${place}`, message })),
  );
  return [...addresses, ...texts];
}
