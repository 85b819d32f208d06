/** Row ids of the company file. Branded, so that an order's id cannot be passed for a contact's. */
declare const brand: unique symbol;
type Id<Name extends string> = number & { readonly [brand]: Name };

export type OrderId = Id<'order'>;
export type LineId = Id<'line'>;
export type ContactId = Id<'contact'>;
export type ProductId = Id<'product'>;
export type WebsiteId = Id<'website'>;
export type PurchaseOrderId = Id<'purchase-order'>;
export type PurchaseLineId = Id<'purchase-line'>;
export type MailId = Id<'mail'>;
export type RunId = Id<'run'>;
export type EnquiryId = Id<'enquiry'>;
