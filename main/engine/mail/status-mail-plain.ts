import type { OrderContent, StatusMailContent } from './status-mail-content.ts';
import type { StatusMailModel } from './status-mail-model.ts';
import type { LanguageTexts } from './wording/language-texts.ts';
import { textsFor } from './wording/texts-for.ts';

const rule = '-'.repeat(48);

/** The text part, written as text: lists instead of a table, links spelled out. Lines end with LF. */
export function statusMailPlain(model: StatusMailModel, content: StatusMailContent): string {
  const texts = textsFor(model.language);
  const { layout } = texts;
  const blocks = [
    model.mayHaveReceivedAlready ? layout.mayHaveReceivedAlready : '',
    content.above,
    ...content.orders.map((order) => orderText(order, texts)),
    content.orders.length > 0 && content.below !== '' ? `${rule}\n\n${content.below}` : content.below,
    footText(content, texts),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function orderText(order: OrderContent, { layout }: LanguageTexts): string {
  const title = layout.order(order.webOrderNo);
  const parts = [
    `${rule}\n${title}\n${layout.statusLabel}: ${order.statusText}`,
    order.changes.length === 0
      ? ''
      : list(
          layout.whatChanged(order.changes.length),
          order.changes.map(({ sentence, trackingUrl }) => [sentence, trackingText(trackingUrl, layout.track)]),
        ),
    order.lines.length === 0 ? '' : list(layout.linesHeading, lineTexts(order, layout)),
    order.total,
    order.shipments.length === 0
      ? ''
      : list(
          layout.shipments(order.shipments.length),
          order.shipments.map(({ words, trackingUrl }) => [words, trackingText(trackingUrl, layout.track)]),
        ),
    order.myPageUrl === null ? '' : `${layout.showOnMyPage}:\n${order.myPageUrl}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function lineTexts({ lines }: OrderContent, { columns, complete, productNo }: LanguageTexts['layout']): string[][] {
  return lines.map((line) => [
    line.productNo === '' ? line.name : `${line.name} (${productNo(line.productNo)})`,
    `${columns.ordered}: ${line.ordered} | ${columns.deliveredNow}: ${line.deliveredNow} | ` +
      `${columns.deliveredBefore}: ${line.deliveredBefore} | ${columns.toCome}: ${line.toCome}`,
    line.expected === '' || line.expected === complete ? line.expected : `${columns.expected}: ${line.expected}`,
  ]);
}

function trackingText(url: string | null, label: string): string {
  return url === null ? '' : `${label}: ${url}`;
}

function list(heading: string, items: readonly (readonly string[])[]): string {
  const rows = items.map((item) => `- ${item.filter((row) => row !== '').join('\n  ')}`);
  return `${heading}\n${rows.join('\n')}`;
}

function footText(content: StatusMailContent, { layout }: LanguageTexts): string {
  const reason = layout.optOutReason(content.websiteName);
  return content.optOutUrl === null
    ? `${rule}\n${reason}`
    : `${rule}\n${reason}\n${layout.optOutLink}:\n${content.optOutUrl}`;
}
