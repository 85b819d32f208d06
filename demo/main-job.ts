import { randomInt, randomUUID } from 'node:crypto';
import type { EngineSession } from '../main/engine/session.ts';
import { readWebsite } from '../main/engine/settings/website-store.ts';
import { getWebsiteData } from '../main/engine/website-data/run-service.ts';
import { ruleNumbers } from '../shared/change.ts';
import type { RunReport } from '../shared/website-data.ts';
import { approvedCustomers } from './demo-customers-store.ts';
import type { DemoServices } from './demo-services.ts';
import { type ArrivedMail, caughtMailOf, faultsOfMail, missingIn, rulesOf } from './main-job-checks.ts';
import { type MailOfRun, readMailsOfRun } from './main-job-mails-store.ts';
import { expectedSentences, type JobOrder, jobOrders, type WorkDone } from './main-job-orders.ts';
import { MainJobWork } from './main-job-work.ts';
import { lineFor } from './shop-client.ts';
import { visitSite } from './site-visitor.ts';

export type MainJobReport = {
  readonly fetchedOrders: number;
  readonly mails: readonly ArrivedMail[];
  readonly publishedOrders: number;
  readonly myPageShows: boolean;
  /** Mails of the run with nothing changed. */
  readonly secondRunMails: number;
};
export type MainJobOutcome = {
  readonly report: MainJobReport;
  /** What did not happen; empty when all of it did. */
  readonly faults: readonly string[];
};

type PlacedJobOrder = JobOrder & { readonly webOrderNo: string; readonly address: string };

/** The website of the demo company: its only one. */
const websiteId = 1;

/**
 * Plays the main job on an open demo company with its services: orders come in, work is done, customers are told, once
 * and right. Says each step and looks at what really arrived.
 */
export async function playMainJob(
  session: EngineSession,
  services: DemoServices,
  say: (step: string) => void,
): Promise<MainJobOutcome> {
  return new MainJob(session, services, say).play();
}

class MainJob {
  private readonly session: EngineSession;
  private readonly services: DemoServices;
  private readonly say: (step: string) => void;
  private readonly faults: string[] = [];
  private readonly arrived: ArrivedMail[] = [];

  constructor(session: EngineSession, services: DemoServices, say: (step: string) => void) {
    this.session = session;
    this.services = services;
    this.say = say;
  }

  async play(): Promise<MainJobOutcome> {
    const placed = await this.placeOrders();
    const first = await this.run('Get Website Data: the orders come in');
    this.expect(
      first.fetchedOrders === placed.length,
      `${first.fetchedOrders} of ${placed.length} orders were fetched`,
    );
    this.expect(first.imported === placed.length, `${first.imported} of ${placed.length} orders were imported`);
    const done = await this.work(placed);
    const second = await this.run('Get Website Data: the customers are told');
    const told = new Set(second.mails.flatMap(rulesOf));
    for (const rule of ruleNumbers) this.expect(told.has(rule), `Rule ${rule} told nothing`);
    await this.checkSentences(placed, second.mails, done);
    const myPageShows = await this.lookAtMyPage(placed, done);
    const caughtBefore = await this.countStatusMails();
    const third = await this.run('Get Website Data once more, with nothing changed');
    const secondRunMails = (await this.countStatusMails()) - caughtBefore;
    this.expect(secondRunMails === 0 && third.mails.length === 0, `${secondRunMails} mails told what was told already`);
    const report = {
      fetchedOrders: first.fetchedOrders,
      mails: this.arrived,
      publishedOrders: first.published + second.published + third.published,
      myPageShows,
      secondRunMails,
    };
    return { report, faults: this.faults };
  }

  private async placeOrders(): Promise<readonly PlacedJobOrder[]> {
    const products = await this.services.shop.products();
    const accounts = approvedCustomers(this.session.company().db, websiteId);
    const placed: PlacedJobOrder[] = [];
    for (const order of jobOrders) {
      const { customer: who } = order;
      const account = 'account' in who ? accounts.find(({ email }) => email === who.account) : undefined;
      const customer = 'account' in who ? { name: account?.name ?? '', email: who.account } : who.new;
      const { webOrderNo } = await this.services.shop.placeOrder(
        {
          customer,
          siteAccountId: account?.siteAccountId ?? null,
          language: order.language,
          currency: 'NOK',
          lines: Object.entries(order.quantities).map(([no, quantity]) => lineFor(products, no, quantity)),
        },
        randomUUID(),
      );
      this.say(`${customer.name} places order ${webOrderNo} in the shop`);
      placed.push({ ...order, webOrderNo, address: customer.email });
    }
    return placed;
  }

  private async run(title: string) {
    this.say(title);
    const report = await getWebsiteData(this.session, {
      onUnexpected: (error, step) => this.faults.push(`${step}: ${error instanceof Error ? error.stack : error}`),
    });
    const [website] = report.websites;
    if (website === undefined) throw new Error('The run looked at no website');
    this.checkReport(report);
    const inbox = await this.services.inbox.list();
    const mails = readMailsOfRun(this.session.company().db, report.runId);
    for (const mail of mails) {
      this.faults.push(...faultsOfMail(mail, inbox));
      for (const { to, subject, messageId } of caughtMailOf(mail, inbox)) {
        this.arrived.push({ to, subject, rules: rulesOf(mail), messageId });
        this.say(`  ${to}: "${subject}" (rules ${rulesOf(mail).join(', ')})`);
      }
    }
    const { fetchedOrders, imported, published, accepted } = website;
    this.say(`  ${fetchedOrders} orders fetched, ${accepted} mails accepted, ${published} orders published on My page`);
    return { fetchedOrders, imported, published, mails };
  }

  private checkReport({ websites }: RunReport): void {
    for (const website of websites) {
      const { fetchProblem, publishProblem, sendProblem, updateProblem, planned, accepted } = website;
      for (const [what, problem] of Object.entries({ fetchProblem, publishProblem, sendProblem, updateProblem })) {
        this.expect(problem === null, `${website.websiteName}: ${what} ${problem}`);
      }
      this.expect(planned === accepted, `${accepted} of ${planned} mails were accepted`);
    }
  }

  private async work(placed: readonly PlacedJobOrder[]): Promise<ReadonlyMap<string, WorkDone>> {
    const work = new MainJobWork(this.session);
    const shippingNos = new Map<string, string>();
    for (const { kind, webOrderNo } of placed) {
      const shippingNo = `3707${randomInt(10 ** 12)
        .toString()
        .padStart(13, '0')}`;
      shippingNos.set(webOrderNo, shippingNo);
      if (kind === 'goes-out') {
        await this.did(`Rule 2: the delivery note of ${webOrderNo} is printed`, work.printDeliveryNote(webOrderNo));
        await this.did(`Rule 4: ${webOrderNo} gets a shipping no.`, work.enterShippingNo(webOrderNo, shippingNo));
        await this.did(`Rule 1: ${webOrderNo} is invoiced`, work.invoice(webOrderNo));
      } else {
        await this.did(`Rule 3: ${webOrderNo} is marked as picked`, work.markPicked(webOrderNo));
        await this.did(`Rule 5: ${webOrderNo} is delivered in part`, work.deliverPart(webOrderNo));
      }
    }
    const dates = await this.did('Rule 6: a supplier moves a delivery date', work.moveDeliveryDate());
    await this.did('Rule 7: goods that were sold out arrive', work.receiveGoods());
    return new Map([...shippingNos].map(([webOrderNo, shippingNo]) => [webOrderNo, { shippingNo, ...dates }]));
  }

  private async did<Done>(step: string, work: Promise<Done>): Promise<Done> {
    const done = await work;
    this.say(step);
    return done;
  }

  /** My page's own mails, about accounts, arrive whenever they do. */
  private async countStatusMails(): Promise<number> {
    return (await this.services.inbox.list()).filter(({ sentBy }) => sentBy === 'desktop').length;
  }

  private async checkSentences(
    placed: readonly PlacedJobOrder[],
    mails: readonly MailOfRun[],
    done: ReadonlyMap<string, WorkDone>,
  ): Promise<void> {
    const inbox = await this.services.inbox.list();
    for (const order of placed) {
      const mail = mails.find(({ orders }) => orders.some(({ webOrderNo }) => webOrderNo === order.webOrderNo));
      const [caught] = mail === undefined ? [] : caughtMailOf(mail, inbox);
      if (caught === undefined) {
        this.faults.push(`Nobody was told of order ${order.webOrderNo}`);
        continue;
      }
      this.expect(caught.to === order.address, `Order ${order.webOrderNo} was told to ${caught.to}`);
      const sentences = sentencesFor(order, done);
      for (const text of missingIn(caught, sentences)) {
        this.faults.push(`The mail about ${order.webOrderNo} does not say: ${text}`);
      }
      const said = mail?.orders.find(({ webOrderNo }) => webOrderNo === order.webOrderNo)?.changes.length;
      this.expect(
        said === sentences.length,
        `The mail about ${order.webOrderNo} tells ${said} changes instead of ${sentences.length}`,
      );
      const others = placed.filter((other) => other.webOrderNo !== order.webOrderNo);
      for (const { webOrderNo } of others) {
        const isNamed = new RegExp(`${webOrderNo}\\b`).test(caught.plain);
        this.expect(!isNamed, `The mail about ${order.webOrderNo} names ${webOrderNo}, an order of somebody else`);
      }
    }
    this.say('Each mail was read: right customer, right order, every change in words, text and HTML alike');
  }

  /** Logs in as a customer does and reads the page of the order. */
  private async lookAtMyPage(placed: readonly PlacedJobOrder[], done: ReadonlyMap<string, WorkDone>): Promise<boolean> {
    const { email, password } = this.services.login;
    const order = placed.find(({ address }) => address === email);
    if (order === undefined) throw new Error('The customer who logs in placed no order');
    const visitor = visitSite();
    const logIn = await visitor.open(`${readWebsite(this.session.company().db, websiteId).myPageUrl}/log-in`);
    const list = await visitor.submit(logIn, { email, password });
    const { publicId } = await new MainJobWork(this.session).order(order.webOrderNo);
    this.expect(list.html.includes(`/orders/${publicId}`), `My page lists no order ${order.webOrderNo}`);
    const page = await visitor.open(new URL(`/orders/${publicId}`, list.url).href);
    const missing = sentencesFor(order, done).filter((sentence) => !page.text.includes(sentence));
    for (const text of missing) this.faults.push(`My page does not say of ${order.webOrderNo}: ${text}`);
    const shows = page.status === 200 && page.text.includes(order.webOrderNo) && missing.length === 0;
    this.expect(shows, `My page does not show order ${order.webOrderNo}`);
    if (shows) this.say(`${email} logs in to My page and reads the same about ${order.webOrderNo}`);
    return shows;
  }

  private expect(isSo: boolean, otherwise: string): void {
    if (!isSo) this.faults.push(otherwise);
  }
}

function sentencesFor(order: PlacedJobOrder, done: ReadonlyMap<string, WorkDone>): readonly string[] {
  const work = done.get(order.webOrderNo);
  return work === undefined ? [] : Object.values(expectedSentences(order, work)).flat();
}
