import type { Language } from '../../../shared/language.ts';
import type {
  CombinedPickingListLine,
  CombinedPickingListModel,
  PickingListLine,
  PickingListModel,
} from '../documents/document-models.ts';

const byNumber = new Intl.Collator('en', { numeric: true });

/** Puts picking lists of several orders together by product, one list a warehouse, in the language of those who walk. */
export function combinePickingLists(
  lists: readonly PickingListModel[],
  language: Language,
): readonly CombinedPickingListModel[] {
  return [...Map.groupBy(lists, ({ warehouseName }) => warehouseName).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { createdAt, company, printedDate, warehouseName } = first;
    const orderNos = group.map(({ orderNo }) => orderNo);
    return [{ language, createdAt, company, printedDate, warehouseName, orderNos, lines: linesByProduct(group) }];
  });
}

type Taken = { readonly orderNo: number; readonly line: PickingListLine };

function linesByProduct(lists: readonly PickingListModel[]): readonly CombinedPickingListLine[] {
  const taken = lists.flatMap(({ orderNo, lines }): readonly Taken[] => lines.map((line) => ({ orderNo, line })));
  return [...Map.groupBy(taken, ({ line }) => productKey(line)).values()]
    .flatMap((group) => (group[0] === undefined ? [] : [combine(group[0].line, group)]))
    .sort(byProductNo);
}

/** What has no product number is one product where it reads the same. */
function productKey({ productNo, description, unit }: PickingListLine): string {
  return JSON.stringify(productNo === '' ? ['', description, unit] : [productNo, unit]);
}

function combine(line: PickingListLine, group: readonly Taken[]): CombinedPickingListLine {
  const orders = [...Map.groupBy(group, ({ orderNo }) => orderNo)]
    .map(([orderNo, part]) => ({ orderNo, toPickMilli: sum(part) }))
    .sort((a, b) => a.orderNo - b.orderNo);
  return { ...line, toPickMilli: sum(group), orders };
}

function sum(group: readonly Taken[]): number {
  return group.reduce((total, { line }) => total + line.toPickMilli, 0);
}

/** Numbers as people count, P-9 before P-10; what has none comes last. */
function byProductNo(a: CombinedPickingListLine, b: CombinedPickingListLine): number {
  if (a.productNo === '' || b.productNo === '') return Number(a.productNo === '') - Number(b.productNo === '');
  return byNumber.compare(a.productNo, b.productNo) || byNumber.compare(a.description, b.description);
}
