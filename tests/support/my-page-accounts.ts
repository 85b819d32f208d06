import { drawRegistrationLink } from '../../my-page/accounts/registration-store.ts';
import { oneTimeLinkAnswer, type PublishedAccount } from '../../shared/my-page/protocol.ts';
import { callApi } from './call-api.ts';
import { openTestStore, siteNow, type TestMyPage } from './my-page.ts';
import { openVisitor, type PageReply, type Visitor } from './my-page-visitor.ts';

/** The path of a new link for setting an account's password, as the desktop asks for it. */
export async function newPasswordLink(
  myPage: Pick<TestMyPage, 'url' | 'desktopKey'>,
  accountId: string,
): Promise<string> {
  const path = `/accounts/${accountId}/one-time-link`;
  const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'POST', path });
  return new URL(oneTimeLinkAnswer.parse(reply.body).url).pathname;
}

/** A browser that is logged in as that account, whose password is now `password`. */
export async function loggedInVisitor(
  myPage: Pick<TestMyPage, 'url' | 'desktopKey'>,
  { accountId }: Pick<PublishedAccount, 'accountId'>,
  password = 'correct horse battery',
  userAgent?: string,
): Promise<Visitor> {
  const link = await newPasswordLink(myPage, accountId);
  const visitor = openVisitor(myPage.url, userAgent);
  await visitor.submit(link, link, { password });
  return visitor;
}

type RegistrationFields = Readonly<Record<string, string>> & { readonly name: string; readonly email: string };

/** Registers, then chooses a password by the link of the mail, as its reader does. Answers what that page answered. */
export async function registerCustomer(
  myPage: TestMyPage,
  fields: RegistrationFields,
  { password = 'correct horse battery', visitor = openVisitor(myPage.url), now = siteNow } = {},
): Promise<PageReply> {
  const asked = await visitor.submit('/register', '/register', fields);
  if (asked.status !== 200) throw new Error(`My page did not take the registration: ${asked.status}`);
  const link = await registrationLink(myPage, fields.email, now);
  return visitor.submit(link, link, { password });
}

/** The path in the mail of the latest registration with an address, for a My page that has no mail server. */
export async function registrationLink(myPage: TestMyPage, email: string, now = siteNow): Promise<string> {
  const store = await openTestStore(myPage, () => now);
  try {
    return await store.write(async (tx) => {
      const rows = tx.selectFrom('registration').select('id').where('email_folded', '=', email.toLowerCase());
      const { id } = await rows.orderBy('expires_at', 'desc').executeTakeFirstOrThrow();
      const expiresAt = new Date(now.getTime() + 86_400_000).toISOString();
      return `/register/${await drawRegistrationLink(tx, id, expiresAt)}`;
    });
  } finally {
    await store.close();
  }
}
