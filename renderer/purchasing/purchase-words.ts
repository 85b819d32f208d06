import type { PurchaseStatus } from '../../shared/order.ts';
import type { Tone } from '../ui/status-word.tsx';

export const purchaseStatusWords: Readonly<Record<PurchaseStatus, string>> = {
  draft: 'Draft',
  transferred: 'Purchased',
  received: 'Received',
  cancelled: 'Cancelled',
};

export const purchaseStatusTones: Readonly<Record<PurchaseStatus, Tone>> = {
  draft: 'quiet',
  transferred: 'active',
  received: 'done',
  cancelled: 'quiet',
};
