import type { OrderStatus } from '../../../../shared/order.ts';

/** Quantities ready formatted, the unit included where it says more than "pieces". */
export type QuantityWords = {
  readonly name: string;
  readonly ordered: string;
  readonly toCome: string;
  readonly before: string;
  readonly now: string;
  /** One unit at most: no "all". */
  readonly isOne: boolean;
};

/**
 * Every word a customer reads, in one language. Values come in cleaned and formatted; a text puts them in order. Where
 * the customer knew something else before, the sentence names both: the new value, then "(before: ...)".
 */
export type LanguageTexts = {
  readonly status: Readonly<Record<OrderStatus, string>>;
  /** The unit of counted goods for a number of them. */
  readonly pieces: (milli: number) => string;
  readonly sentences: {
    readonly status: (from: string, to: string) => string;
    readonly credited: (creditNoteNo: string) => string;
    readonly creditedInPart: (creditNoteNo: string) => string;
    readonly backOrderMade: (backOrderNo: string) => string;
    readonly deliveryNotePrinted: string;
    readonly picked: string;
    readonly shipmentNew: (now: string) => string;
    readonly shipmentChanged: (before: string, now: string) => string;
    readonly shipmentWithCarrier: (shippingNo: string, carrier: string) => string;
    readonly allDelivered: (words: QuantityWords) => string;
    readonly partDelivered: (words: QuantityWords) => string;
    /** Delivered less than ordered, and nothing more comes on this order. */
    readonly lastDelivered: (words: QuantityWords) => string;
    readonly deliveredCorrected: (words: QuantityWords) => string;
    readonly nextDeliveryAll: (words: QuantityWords) => string;
    readonly nextDeliveryPart: (words: QuantityWords) => string;
    readonly nextDeliveryNone: (words: QuantityWords) => string;
    readonly nothingMoreToCome: (words: QuantityWords) => string;
    /** Joined to a sentence on what was delivered. */
    readonly nextDeliveryToo: (before: string, now: string) => string;
    readonly lineRemoved: (name: string, before: string) => string;
    readonly beforeDelivered: (quantity: string) => string;
    readonly beforeToBeDelivered: (quantity: string) => string;
    readonly lineChanged: (name: string) => string;
    readonly dateKnown: (name: string, now: string) => string;
    readonly dateLater: (name: string, before: string, now: string) => string;
    readonly dateEarlier: (name: string, before: string, now: string) => string;
    readonly dateWithdrawn: (name: string, before: string) => string;
    readonly delayed: (name: string, before: string | null) => string;
    readonly backInStock: (name: string) => string;
  };
  readonly layout: {
    readonly mayHaveReceivedAlready: string;
    readonly order: (webOrderNo: string) => string;
    readonly statusLabel: string;
    readonly whatChanged: (count: number) => string;
    readonly linesHeading: string;
    /** What the order comes to, below its lines. */
    readonly totalInclVat: (amount: string) => string;
    readonly totalExclVat: (amount: string) => string;
    readonly columns: {
      readonly product: string;
      readonly ordered: string;
      readonly deliveredNow: string;
      readonly deliveredBefore: string;
      readonly toCome: string;
      readonly expected: string;
    };
    readonly dateUnknown: string;
    /** In the column of the expected date, for a line that was delivered whole. */
    readonly complete: string;
    readonly delayedShort: string;
    readonly productNo: (productNo: string) => string;
    readonly shipments: (count: number) => string;
    readonly track: string;
    readonly showOnMyPage: string;
    readonly optOutReason: (websiteName: string) => string;
    readonly optOutLink: string;
    readonly listOf: (items: readonly string[]) => string;
  };
};
