import type { OrderSort } from '../../../shared/sales-orders.ts';
import { all, get, type ReadDb, type SqlRow } from '../db/database.ts';
import { comparePlaces, type PlaceInList } from './order-cursor.ts';
import { isChosen, marksOf, type OrderChoice, type OrderGroup, sortColumns, statusRank } from './order-filters.ts';
import { orderMatch } from './order-search-store.ts';

/** A list of orders: which, how sorted, and after which place of it. */
export type OrderQuery = OrderChoice & {
  readonly search?: string;
  readonly contactId?: number | undefined;
  readonly sort: OrderSort;
  readonly after: PlaceInList | null;
  readonly limit: number;
};
export type PlacedOrders = { readonly places: readonly PlaceInList[]; readonly isCut: boolean };

/** A search that is not sorted by newest looks at so many of the newest it found. */
const searchSortLimit = 2000;
/** Counting what a search finds stops here. */
const searchCountLimit = 1000;

export function readOrderGroups(db: ReadDb): readonly OrderGroup[] {
  return all<OrderGroup>(
    db,
    `SELECT id, status, website_id AS websiteId, picked, to_pick AS toPick, to_ship AS toShip, waits_for_goods AS waitsForGoods,
       not_delivered AS notDelivered, needs_attention AS needsAttention, orders FROM order_group WHERE orders > 0`,
  );
}

/**
 * The places of one page of orders and one more, if there is one more. However many orders there are: a list is merged from
 * the index ranges of the groups it asks for, a search streams newest first, and no list of all orders is ever sorted.
 */
export function findOrders(db: ReadDb, query: OrderQuery): PlacedOrders {
  const every = readOrderGroups(db);
  const groups = every.filter((group) => isChosen(group, query));
  if (groups.length === 0) return { places: [], isCut: false };
  if (query.search !== undefined && query.search !== '') return search(db, query, { groups, every });
  if (query.contactId !== undefined) return { places: sorted(gather(db, query, groups), query), isCut: false };
  if (isById(query.sort) && groups.length === every.length) return { places: newestOfAll(db, query), isCut: false };
  return { places: mergeGroups(db, query, groups), isCut: false };
}

/** How many orders a list has. What a search finds is counted up to a limit. */
export function countChosen(
  db: ReadDb,
  query: Omit<OrderQuery, 'sort' | 'after' | 'limit'>,
): { orders: number; isMore: boolean } {
  const isSearch = query.search !== undefined && query.search !== '';
  if (!isSearch && query.contactId === undefined) {
    const groups = readOrderGroups(db).filter((group) => isChosen(group, query));
    return { orders: groups.reduce((sum, group) => sum + group.orders, 0), isMore: false };
  }
  const sort: OrderSort = { by: 'newest', direction: 'descending' };
  const { places } = findOrders(db, { ...query, sort, after: null, limit: searchCountLimit });
  return { orders: Math.min(places.length, searchCountLimit), isMore: places.length > searchCountLimit };
}

const isById = (sort: OrderSort) => sort.by === 'newest' || sort.by === 'orderNo';
const sign = (sort: OrderSort) => (sort.direction === 'ascending' ? '>' : '<');
const way = (sort: OrderSort) => (sort.direction === 'ascending' ? 'ASC' : 'DESC');
const byId = ({ id }: { readonly id: number }): PlaceInList => ({ stage: 0, key: id, id });

function newestOfAll(db: ReadDb, { sort, after, limit }: OrderQuery): readonly PlaceInList[] {
  const rows = all<{ id: number }>(
    db,
    `SELECT o.id FROM sales_order o WHERE o.list_group IS NOT NULL ${after === null ? '' : `AND o.id ${sign(sort)} @after`}
     ORDER BY o.id ${way(sort)} LIMIT @limit + 1`,
    { limit, ...(after === null ? {} : { after: after.id }) },
  );
  return rows.map(byId);
}

type Found = { readonly groups: readonly OrderGroup[]; readonly every: readonly OrderGroup[] };

function search(db: ReadDb, query: OrderQuery, { groups, every }: Found): PlacedOrders {
  const match = orderMatch(db, query.search ?? '');
  if (match === null) return { places: [], isCut: false };
  const matching = [match, ...marksOf(groups, every)].join(' AND ');
  if (!isById(query.sort)) {
    const found = gather(db, query, groups, matching);
    return { places: sorted(found.slice(0, searchSortLimit), query), isCut: found.length > searchSortLimit };
  }
  const { sort, after, limit } = query;
  const rows = all<{ id: number }>(
    db,
    `SELECT o.id FROM order_search f CROSS JOIN sales_order o ON o.id = f.rowid
     WHERE f.order_search MATCH @matching ${after === null ? '' : `AND f.rowid ${sign(sort)} @after`} AND ${rowConditions(query)}
     ORDER BY f.rowid ${way(sort)} LIMIT @limit + 1`,
    { matching, limit, ...groupParameters(query, groups), ...(after === null ? {} : { after: after.id }) },
  );
  return { places: rows.map(byId), isCut: false };
}

const rowConditions = ({ contactId }: OrderQuery) =>
  `o.list_group IN (SELECT value FROM json_each(@groups))${contactId === undefined ? '' : ' AND o.contact_id = @contactId'}`;

function groupParameters({ contactId }: OrderQuery, groups: readonly OrderGroup[]): SqlRow {
  return { groups: JSON.stringify(groups.map(({ id }) => id)), ...(contactId === undefined ? {} : { contactId }) };
}

/** The places of a customer's orders or of what a search found: few, so they are sorted here. */
function gather(
  db: ReadDb,
  query: OrderQuery,
  groups: readonly OrderGroup[],
  matching?: string,
): readonly PlaceInList[] {
  const column = sortColumns[query.sort.by];
  const rankOf = new Map(groups.map((group) => [group.id, statusRank(group.status)]));
  const rows = all<{ id: number; groupId: number; key: string | number | null }>(
    db,
    `SELECT o.id, o.list_group AS groupId, ${column?.key ?? 'NULL'} AS "key"
     FROM ${matching === undefined ? 'sales_order o' : 'order_search f CROSS JOIN sales_order o ON o.id = f.rowid'}
     WHERE ${rowConditions(query)} ${
       matching === undefined
         ? ''
         : `AND f.order_search MATCH @matching ORDER BY f.rowid DESC LIMIT ${searchSortLimit + 1}`
     }`,
    { ...groupParameters(query, groups), ...(matching === undefined ? {} : { matching }) },
  );
  return rows.map(({ id, groupId, key }) => {
    if (query.sort.by === 'status') return { stage: statusStage(rankOf.get(groupId) ?? 0, query.sort), key: id, id };
    if (column === undefined) return byId({ id });
    return key === null || key === '' ? { stage: 1, key: id, id } : { stage: 0, key, id };
  });
}

function sorted(places: readonly PlaceInList[], { sort, after, limit }: OrderQuery): readonly PlaceInList[] {
  return places
    .filter((place) => after === null || comparePlaces(place, after, sort.direction) > 0)
    .sort((a, b) => comparePlaces(a, b, sort.direction))
    .slice(0, limit + 1);
}

const statusStage = (rank: number, sort: OrderSort) => (sort.direction === 'ascending' ? rank : 99 - rank);

/** One range of an index: the orders of one group that a stage of the list shows. */
type Range = { readonly stage: number; readonly key: string; readonly condition: string; readonly groupId: number };

function rangesOf(sort: OrderSort, groups: readonly OrderGroup[]): readonly Range[] {
  const column = sortColumns[sort.by];
  const inIdOrder = (group: OrderGroup, stage: number, condition = '1') => ({
    stage,
    key: 'o.id',
    condition,
    groupId: group.id,
  });
  if (sort.by === 'status') return groups.map((group) => inIdOrder(group, statusStage(statusRank(group.status), sort)));
  if (column === undefined) return groups.map((group) => inIdOrder(group, 0));
  const filled = groups.map((group) => ({ stage: 0, key: column.key, condition: column.isFilled, groupId: group.id }));
  const empty = column.mayBeEmpty
    ? groups.map((group) => inIdOrder(group, 1, `NOT coalesce(${column.isFilled}, 0)`))
    : [];
  return [...filled, ...empty];
}

function mergeGroups(db: ReadDb, query: OrderQuery, groups: readonly OrderGroup[]): readonly PlaceInList[] {
  const ranges = rangesOf(query.sort, groups).filter(({ stage }) => stage >= (query.after?.stage ?? 0));
  const stages = [...new Set(ranges.map(({ stage }) => stage))].sort((a, b) => a - b);
  const places: PlaceInList[] = [];
  for (const stage of stages) {
    const wanted = query.limit + 1 - places.length;
    if (wanted <= 0) break;
    const ofStage = ranges.filter((range) => range.stage === stage);
    places.push(...mergeRanges(db, query, { ranges: ofStage, wanted }));
  }
  return places;
}

type Merge = { readonly ranges: readonly Range[]; readonly wanted: number };

/** Reads a little of every range, and more only of those that the page goes on in. */
function mergeRanges(db: ReadDb, { sort, after }: OrderQuery, { ranges, wanted }: Merge): readonly PlaceInList[] {
  const chunk = Math.max(8, Math.ceil((wanted * 2) / ranges.length));
  const read = (range: Range, from: PlaceInList | null) =>
    readRange(db, range, { sort, after: from, limit: Math.min(chunk, wanted) });
  const heads = ranges.map((range) => ({
    range,
    rows: read(range, after?.stage === range.stage ? after : null),
    next: 0,
  }));
  const places: PlaceInList[] = [];
  while (places.length < wanted) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const row = head.rows[head.next];
      const best = first?.rows[first.next];
      if (row !== undefined && (best === undefined || comparePlaces(row, best, sort.direction) < 0)) first = head;
    }
    const place = first?.rows[first.next];
    if (first === undefined || place === undefined) break;
    places.push(place);
    first.next += 1;
    if (first.next === first.rows.length && first.rows.length === Math.min(chunk, wanted)) {
      first.rows = read(first.range, place);
      first.next = 0;
    }
  }
  return places;
}

type Part = { readonly sort: OrderSort; readonly after: PlaceInList | null; readonly limit: number };

function readRange(db: ReadDb, range: Range, { sort, after, limit }: Part): readonly PlaceInList[] {
  const isInIdOrder = range.key === 'o.id';
  const beyond = isInIdOrder ? `o.id ${sign(sort)} @id` : `(${range.key}, o.id) ${sign(sort)} (@key, @id)`;
  const rows = all<{ id: number; key: string | number }>(
    db,
    `SELECT o.id, ${range.key} AS "key" FROM sales_order o WHERE o.list_group = @groupId AND ${range.condition}
       ${after === null ? '' : `AND ${beyond}`}
     ORDER BY ${isInIdOrder ? '' : `${range.key} ${way(sort)}, `}o.id ${way(sort)} LIMIT @limit`,
    {
      groupId: range.groupId,
      limit,
      ...(after === null ? {} : { id: after.id }),
      ...(after === null || isInIdOrder ? {} : { key: after.key }),
    },
  );
  return rows.map(({ id, key }) => ({ stage: range.stage, key, id }));
}

/** Purchases, not received. */
export function countTransferredPurchases(db: ReadDb): number {
  return get<{ n: number }>(db, `SELECT count(*) AS n FROM purchase_order WHERE status = 'transferred'`)?.n ?? 0;
}
