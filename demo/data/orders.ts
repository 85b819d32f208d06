/** What had happened to an order by the time the demo begins. */
export const demoStories = [
  'new',
  'picked',
  'noted',
  'shipped',
  'part-delivered',
  'invoiced',
  'invoiced-not-delivered',
  'back-order',
  'cancelled',
  'lost-sale',
  'credited',
  'waiting',
  'staff',
] as const;
export type DemoStory = (typeof demoStories)[number];

/** Work done after customers were told the last time: what the first Get Website Data has to tell. */
export type DemoNews = 'picked' | 'noted-and-shipped' | 'invoiced' | 'part-delivered';

export type DemoOrder = {
  readonly daysAgo: number;
  readonly customer: string;
  readonly story: DemoStory;
  readonly news?: DemoNews;
};

const order = (daysAgo: number, customer: string, story: DemoStory, news?: DemoNews): DemoOrder =>
  news === undefined ? { daysAgo, customer, story } : { daysAgo, customer, story, news };

/**
 * Sixty orders, oldest first. Four customers have news to be told; the same was done for one who wants no mails and one
 * whose address nobody knows.
 */
export const demoOrders: readonly DemoOrder[] = [
  order(71, 'berg', 'invoiced'),
  order(70, 'kari', 'invoiced'),
  order(68, 'lyngstad', 'cancelled'),
  order(66, 'weber', 'invoiced'),
  order(63, 'skole', 'credited'),
  order(61, 'emily', 'invoiced'),
  order(58, 'ostby', 'invoiced'),
  order(55, 'fjellheim', 'invoiced'),
  order(54, 'haug', 'invoiced'),
  order(50, 'novak', 'lost-sale'),
  order(48, 'lake', 'back-order'),
  order(47, 'dahl', 'invoiced'),
  order(44, 'moen', 'invoiced'),
  order(42, 'berg', 'credited'),
  order(40, 'speider', 'invoiced'),
  order(37, 'brekke', 'cancelled'),
  order(35, 'polar', 'invoiced'),
  order(34, 'osullivan', 'invoiced'),
  order(31, 'kari', 'invoiced'),
  order(29, 'vik', 'back-order'),
  order(27, 'turlag', 'invoiced-not-delivered'),
  order(26, 'nilsen', 'invoiced'),
  order(24, 'marchetti', 'credited'),
  order(22, 'solheim', 'back-order'),
  order(21, 'tveit', 'waiting'),
  order(20, 'emily', 'waiting'),
  order(19, 'fjellheim', 'invoiced-not-delivered'),
  order(18, 'lie', 'part-delivered'),
  order(17, 'skole', 'part-delivered'),
  order(16, 'weber', 'waiting'),
  order(15, 'berg', 'back-order'),
  order(14, 'noor', 'part-delivered'),
  order(13, 'dahl', 'waiting'),
  order(13, 'polar', 'part-delivered'),
  order(12, 'kari', 'waiting'),
  order(11, 'haug', 'shipped'),
  order(10, 'lake', 'part-delivered'),
  order(9, 'speider', 'shipped'),
  order(9, 'brekke', 'cancelled'),
  order(8, 'vik', 'waiting'),
  order(8, 'ostby', 'shipped', 'invoiced'),
  order(7, 'lyngstad', 'part-delivered'),
  order(6, 'nilsen', 'noted'),
  order(6, 'fjellheim', 'staff'),
  order(5, 'osullivan', 'noted'),
  order(5, 'tveit', 'picked'),
  order(4, 'solheim', 'noted', 'part-delivered'),
  order(4, 'marchetti', 'picked'),
  order(3, 'novak', 'picked'),
  order(3, 'emily', 'new', 'noted-and-shipped'),
  order(3, 'turlag', 'noted'),
  order(2, 'moen', 'new', 'picked'),
  order(2, 'haug', 'new', 'picked'),
  order(2, 'berg', 'new', 'picked'),
  order(2, 'lie', 'new'),
  order(1, 'noor', 'picked'),
  order(1, 'kari', 'new'),
  order(1, 'weber', 'new'),
  order(0, 'polar', 'new'),
  order(0, 'dahl', 'new'),
];

/** Sold-out products that the waiting orders ask for, in turn. */
export const soldOutProductNos = ['1002', '1008', '1013', '1022', '1028', '1032', '1020'] as const;
