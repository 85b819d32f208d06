import type { OrderHistory } from '../../shared/my-page/protocol.ts';

const mostWords = 8;

type SearchedOrder = {
  readonly webOrderNo: string;
  readonly lines: readonly Pick<OrderHistory['lines'][number], 'productNo' | 'description'>[];
  readonly shipments: readonly Pick<OrderHistory['shipments'][number], 'shippingNo'>[];
};

/** What a customer may find an order by: its number, its products, its parcels. */
export function searchTextOf(order: SearchedOrder): string {
  return fold(
    [
      order.webOrderNo,
      ...order.lines.flatMap(({ productNo, description }) => [productNo, description]),
      ...order.shipments.map(({ shippingNo }) => shippingNo),
    ].join('\n'),
  );
}

/** The words of a search; an order is found when it has all of them, each anywhere. */
export function searchWords(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

/** A word as a pattern for `LIKE ... ESCAPE '\'`: its own % and _ mean themselves. */
export function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Case and the way a letter is written do not matter. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
