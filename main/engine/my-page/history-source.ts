import type { HistoryPaper } from '../../../shared/my-page/protocol.ts';
import type { OrderStatus } from '../../../shared/order.ts';
import type { PriceDisplay } from '../../../shared/price-display.ts';
import type { AddedLanguage } from '../mail/wording/mail-language.ts';

/** All that My page shows of one order, as the store has it. Quantities in thousandths, money in minor units. */
export type HistorySource = {
  readonly orderId: number;
  readonly publicId: string;
  readonly version: number;
  readonly accountPublicId: string | null;
  readonly webOrderNo: string;
  readonly originPublicId: string | null;
  readonly customerName: string;
  /** The customer was erased: nobody is to see the order any more. */
  readonly isErased: boolean;
  readonly email: string;
  /** Codes to try in turn: order, contact, its substitute, website. */
  readonly languages: readonly string[];
  /** Languages that the website added and whose every text is written, by code. */
  readonly added: ReadonlyMap<string, AddedLanguage>;
  readonly orderDate: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly freightMinor: number;
  readonly historyMonths: number;
  readonly prices: PriceDisplay;
  readonly companyCurrency: string;
  readonly lines: readonly HistorySourceLine[];
  readonly shipments: readonly {
    readonly carrier: string;
    readonly shippingNo: string;
    readonly trackingUrl: string | null;
  }[];
  /** Oldest first; none where the website does not publish them. */
  readonly papers: readonly HistorySourcePaper[];
  /** Newest first. */
  readonly news: readonly { readonly at: string; readonly sentences: readonly string[] }[];
};

export type HistorySourcePaper = {
  readonly id: HistoryPaper['id'];
  readonly kind: HistoryPaper['kind'];
  /** Of the delivery note, or of the order that was invoiced. */
  readonly rowId: number;
  readonly no: string;
  /** In the company's time zone. */
  readonly date: string;
};

export type HistorySourceLine = {
  readonly id: number;
  readonly productNo: string;
  readonly description: string;
  readonly unit: string;
  readonly orderedMilli: number;
  readonly deliveredMilli: number;
  readonly movedMilli: number;
  readonly remainingMilli: number;
  readonly unitPriceMinor: number;
  readonly vatPermille: number;
  /** Effective expected date of what remains (rule 6); null when none is known or nothing remains. */
  readonly expectedDate: string | null;
};
