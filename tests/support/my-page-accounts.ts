import { oneTimeLinkAnswer, type PublishedAccount } from '../../shared/my-page/protocol.ts';
import { callApi, type TestMyPage } from './my-page.ts';
import { openVisitor, type Visitor } from './my-page-visitor.ts';

/** The path of a new link for setting an account's password, as the desktop asks for it. */
export async function newPasswordLink(myPage: TestMyPage, accountId: string): Promise<string> {
  const path = `/accounts/${accountId}/one-time-link`;
  const reply = await callApi(myPage, { key: myPage.desktopKey, method: 'POST', path });
  return new URL(oneTimeLinkAnswer.parse(reply.body).url).pathname;
}

/** A browser that is logged in as that account, whose password is now `password`. */
export async function loggedInVisitor(
  myPage: TestMyPage,
  { accountId }: Pick<PublishedAccount, 'accountId'>,
  password = 'correct horse battery',
): Promise<Visitor> {
  const link = await newPasswordLink(myPage, accountId);
  const visitor = openVisitor(myPage.url);
  await visitor.submit(link, link, { password });
  return visitor;
}
