import { oneTimeLinkAnswer, type PublishedAccount } from '../../shared/my-page/protocol.ts';
import { callApi } from './call-api.ts';
import type { TestMyPage } from './my-page.ts';
import { openVisitor, type Visitor } from './my-page-visitor.ts';

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
