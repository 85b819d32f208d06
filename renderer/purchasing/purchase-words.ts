import type { PurchaseStatus } from '../../shared/order.ts';
import type { Tone } from '../ui/status-word.tsx';

export const purchaseStatusTones: Readonly<Record<PurchaseStatus, Tone>> = {
  draft: 'quiet',
  transferred: 'active',
  received: 'done',
  cancelled: 'quiet',
};
