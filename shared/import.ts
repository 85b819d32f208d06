import { z } from 'zod';
import { rowId } from './fields.ts';

/** What File - Import reads, in the order in which a new company imports it: customers are told of changes from the orders on. */
export const importKinds = ['products', 'contacts', 'stock', 'purchases', 'orders'] as const;
export const importKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKind>;

/** How a cell is read. A `line-text` has one line, a `text` may have several. */
export type ImportFieldType =
  | 'line-text'
  | 'text'
  | 'email'
  | 'quantity'
  | 'amount'
  | 'percent'
  | 'flag'
  | 'date'
  | 'language'
  | 'currency';

/** Every field that a column can be read as, of all kinds. */
export const importFieldTypes = {
  productNo: 'line-text',
  name: 'line-text',
  barCode: 'line-text',
  unit: 'line-text',
  unitPrice: 'amount',
  vatPercent: 'percent',
  isStockItem: 'flag',
  onWeb: 'flag',
  expectedDeliveryDate: 'date',
  supplier: 'line-text',
  customerNo: 'line-text',
  companyNo: 'line-text',
  contactPerson: 'line-text',
  contactPersonEmail: 'email',
  email: 'email',
  phone: 'line-text',
  addressLine1: 'line-text',
  addressLine2: 'line-text',
  postcode: 'line-text',
  city: 'line-text',
  country: 'line-text',
  language: 'language',
  isSupplier: 'flag',
  orderStatusMails: 'flag',
  quantity: 'quantity',
  warehouse: 'line-text',
  orderNo: 'line-text',
  website: 'line-text',
  webOrderNo: 'line-text',
  orderDate: 'date',
  deliveryDate: 'date',
  lineDeliveryDate: 'date',
  currency: 'currency',
  freight: 'amount',
  note: 'text',
  description: 'line-text',
} as const satisfies Readonly<Record<string, ImportFieldType>>;
export type ImportField = keyof typeof importFieldTypes;
export const importFieldNames = Object.keys(importFieldTypes) as readonly ImportField[];

const customer = [
  'customerNo',
  'name',
  'companyNo',
  'contactPerson',
  'email',
  'phone',
  'addressLine1',
  'addressLine2',
  'postcode',
  'city',
  'country',
] as const satisfies readonly ImportField[];

/** The fields of a kind, in the order in which the window offers them. */
export const fieldsOfKind: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  products: [
    'productNo',
    'name',
    'barCode',
    'unit',
    'unitPrice',
    'vatPercent',
    'isStockItem',
    'onWeb',
    'expectedDeliveryDate',
    'supplier',
  ],
  contacts: [...customer, 'contactPersonEmail', 'language', 'isSupplier', 'orderStatusMails'],
  stock: ['productNo', 'quantity', 'warehouse'],
  purchases: ['orderNo', ...customer, 'orderDate', 'deliveryDate', 'productNo', 'quantity', 'lineDeliveryDate'],
  orders: [
    'orderNo',
    'website',
    'webOrderNo',
    ...customer,
    'language',
    'orderDate',
    'deliveryDate',
    'currency',
    'freight',
    'note',
    'productNo',
    'description',
    'quantity',
    'unit',
    'unitPrice',
    'vatPercent',
    'lineDeliveryDate',
  ],
};

/** Fields that belong to a line; in a file of orders every other field is the order's and the same on all its rows. */
export const lineFields: ReadonlySet<ImportField> = new Set([
  'productNo',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'vatPercent',
  'lineDeliveryDate',
] satisfies readonly ImportField[]);

/** Of each group one column at least is needed before anything can be read. */
export const neededFields: Readonly<Record<ImportKind, readonly (readonly ImportField[])[]>> = {
  products: [['productNo']],
  contacts: [['name', 'contactPerson', 'customerNo']],
  stock: [['productNo'], ['quantity']],
  purchases: [['orderNo'], ['name', 'customerNo', 'companyNo', 'email'], ['productNo'], ['quantity']],
  orders: [
    ['orderNo', 'webOrderNo'],
    ['name', 'customerNo', 'contactPerson', 'companyNo', 'email'],
    ['quantity'],
    ['productNo', 'description'],
  ],
};

/** `windows-1252` reads ISO-8859-1 as well: it only adds characters where the other has none. */
export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type ImportEncoding = (typeof importEncodings)[number];
export const importSeparators = [';', ',', '\t', '|'] as const;
export type ImportSeparator = (typeof importSeparators)[number];

export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];
export const decimalSigns = ['comma', 'point'] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** How many cells of a column can only be read in one way, in the other, or in both. */
export type Evidence<Way extends string> = Readonly<Record<Way | 'either', number>>;

export type FoundColumn = {
  readonly index: number;
  /** As in the file; empty where the file names none. */
  readonly header: string;
  /** The first cells that are not empty. */
  readonly samples: readonly string[];
  /** What the column's name says; null when it is not known. */
  readonly field: ImportField | null;
  readonly dates: Evidence<DateOrder>;
  readonly decimals: Evidence<DecimalSign>;
};

export type InspectedFile = {
  /** Names what was read in every further question; the file itself is not looked at again. */
  readonly importId: number;
  readonly fileName: string;
  readonly encoding: ImportEncoding;
  readonly separator: ImportSeparator;
  readonly hasHeader: boolean;
  /** Without the row of names. */
  readonly rowCount: number;
  readonly columns: readonly FoundColumn[];
};

const filePath = z.string().min(1).max(4096);

/** What is left out is found by itself. */
export const inspectImportInput = z.object({
  path: filePath,
  kind: importKind,
  encoding: z.enum(importEncodings).optional(),
  separator: z.enum(importSeparators).optional(),
  hasHeader: z.boolean().default(true),
});
export type InspectImportInput = z.input<typeof inspectImportInput>;

export const mappedColumn = z.object({
  index: z.int().min(0).max(999),
  field: z.enum(importFieldNames as readonly [ImportField, ...ImportField[]]),
  dateOrder: z.enum(dateOrders).default('day-first'),
  decimalSign: z.enum(decimalSigns).default('comma'),
});
export type MappedColumn = z.infer<typeof mappedColumn>;

const importId = z.int().min(1);

export const previewImportInput = z.object({
  importId,
  kind: importKind,
  columns: z.array(mappedColumn).min(1).max(1000),
  /** Orders with a web order no. whose row names no website are orders of this one; null makes them ordinary orders. */
  websiteId: rowId.nullable().default(null),
  /** Transferred purchase orders are the supplier's, and their dates count; drafts are not. */
  purchasesAre: z.enum(['transferred', 'draft']).default('transferred'),
});
export type PreviewImportInput = z.input<typeof previewImportInput>;
export type ImportPlan = z.output<typeof previewImportInput>;

/** Why a row cannot be imported. `line` in the details names another line of the file. */
export const faultReasons = [
  'missing',
  'too-long',
  'not-a-number',
  'too-many-decimals',
  'out-of-range',
  'not-a-date',
  'not-an-email',
  'not-yes-or-no',
  'not-a-language',
  'not-a-currency',
  'too-many-cells',
  'too-few-cells',
  'same-as-line',
  'differs-from-line',
  'unknown-product',
  'not-a-stock-item',
  'bar-code-taken',
  'unknown-warehouse',
  'unknown-website',
  'unknown-supplier',
  'several-contacts',
  'customer-missing',
  'order-has-fault',
] as const;
export type FaultReason = (typeof faultReasons)[number];

export type RowFault = {
  /** Where the row begins in the file, from 1. */
  readonly line: number;
  /** Null when the row as a whole is at fault. */
  readonly field: ImportField | null;
  readonly reason: FaultReason;
  readonly value: string;
  readonly otherLine: number | null;
};

/** What is counted: products, contacts, counts of stock, orders or purchase orders; `faulty` of them and `faultyRows` of the file. */
export type ImportCounts = {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
};

export type PreviewRow = {
  readonly line: number;
  readonly outcome: keyof ImportCounts;
  readonly cells: Readonly<Partial<Record<ImportField, string>>>;
};

export type ImportPreview = {
  readonly counts: ImportCounts;
  readonly rowCount: number;
  readonly faultyRows: number;
  readonly faultCount: number;
  readonly firstRows: readonly PreviewRow[];
};

export type ImportReport = {
  readonly counts: ImportCounts;
  /** Customers and suppliers that orders brought with them. */
  readonly newContacts: number;
};

export type ImportProgress = {
  readonly kind: 'progress';
  readonly phase: 'reading' | 'checking' | 'storing';
  readonly done: number;
  readonly of: number;
};
export type InspectEvent = ImportProgress | { readonly kind: 'inspected'; readonly file: InspectedFile };
export type PreviewEvent = ImportProgress | { readonly kind: 'previewed'; readonly preview: ImportPreview };
export type RunImportEvent = ImportProgress | { readonly kind: 'imported'; readonly report: ImportReport };

export const runImportInput = z.object({
  importId,
  /** Imports what is good and leaves the rest; without it one fault stops everything. */
  leaveFaulty: z.boolean().default(false),
});
export const listFaultsInput = z.object({
  importId,
  cursor: z.int().min(1).nullable().default(null),
  limit: z.int().min(1).max(500).default(100),
});
/** The words are the window's: the file is read by the same person. */
export const saveFaultsInput = z.object({
  importId,
  path: filePath,
  reasonHeader: z.string().max(200),
  reasons: z.record(z.enum(faultReasons), z.string().max(500)),
  fieldNames: z.record(z.string(), z.string().max(200)),
});
export const importRef = z.object({ importId });

/** A file may be this large. */
export const mostImportBytes = 100 * 1024 * 1024;
export const mostImportRows = 1_000_000;
