import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PurchaseView } from '../../shared/purchasing.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { MoveGoodsDialog } from './move-goods-dialog.tsx';
import { PrintPurchaseDialog } from './print-purchase-dialog.tsx';
import { usePurchasePaper } from './use-purchase-paper.ts';

/** The buttons of a purchase order with the question, dialog and failure that belong to them. */
export function usePurchaseActions(purchase: PurchaseView, onBooked: (productIds: readonly number[]) => void) {
  const [way, setWay] = useState<'receive' | 'return' | null>(null);
  const transfer = useTransfer(purchase);
  const cancel = useCancel(purchase);
  const print = usePurchasePaper(purchase);
  const [isPrintAsked, setIsPrintAsked] = useState(false);
  const failed = [transfer, cancel, print].find((command) => command.error);
  const productIds = purchase.lines.map((line) => line.productId);
  const { status } = purchase;
  const hasCome = purchase.lines.some((line) => line.receivedMilli > 0);
  const buttons = (
    <>
      {status === 'draft' ? (
        <Button
          appearance="primary"
          disabled={transfer.isPending || purchase.lines.length === 0}
          onClick={() =>
            transfer.mutate(undefined, {
              onSuccess: (isDone) => {
                if (!isDone) return;
                onBooked(productIds);
                setIsPrintAsked(true);
              },
            })
          }
        >
          {t('purchasing:page.transfer')}
        </Button>
      ) : null}
      {status === 'transferred' ? (
        <Button appearance="primary" onClick={() => setWay('receive')}>
          {t('purchasing:page.receive')}
        </Button>
      ) : null}
      {status === 'transferred' || status === 'received' ? (
        <PrintButton label={t('purchasing:page.print')} isDisabled={print.isPending} onPrint={print.mutate} />
      ) : null}
      {hasCome ? <Button onClick={() => setWay('return')}>{t('purchasing:page.return')}</Button> : null}
      {status === 'draft' || status === 'transferred' ? (
        <Button
          disabled={cancel.isPending}
          onClick={() => cancel.mutate(undefined, { onSuccess: (isDone) => isDone && onBooked(productIds) })}
        >
          {t(hasCome ? 'purchasing:page.cancelRest' : 'purchasing:page.cancel')}
        </Button>
      ) : null}
    </>
  );
  return {
    buttons,
    failure: failed ? <FailureMessage error={failed.error} onDismiss={failed.reset} /> : null,
    dialog: way ? (
      <MoveGoodsDialog purchase={purchase} way={way} onBooked={onBooked} onClose={() => setWay(null)} />
    ) : isPrintAsked ? (
      <PrintPurchaseDialog
        purchase={purchase}
        onPrint={(how) => {
          setIsPrintAsked(false);
          print.mutate(how);
        }}
        onClose={() => setIsPrintAsked(false)}
      />
    ) : null,
  };
}

/** From draft to purchased, which there is no way back from. Answers whether it was confirmed. */
function useTransfer(purchase: PurchaseView) {
  const ask = useQuestion();
  return useCommand(async () => {
    const isConfirmed = await ask({
      title: t('purchasing:question.transfer', { purchaseNo: purchase.purchaseNo }),
      text: t('purchasing:question.noDraftAgain'),
      confirm: t('purchasing:page.transfer'),
      leave: t('purchasing:question.keepDraft'),
    });
    if (!isConfirmed) return false;
    await api.purchasing.transfer.mutate({ purchaseOrderId: purchase.id, purchaseVersion: purchase.version });
    return true;
  });
}

/** Cancels the purchase order, or, once something came, what has not come. Answers whether it was confirmed. */
function useCancel(purchase: PurchaseView) {
  const ask = useQuestion();
  const hasCome = purchase.lines.some((line) => line.receivedMilli > 0);
  const question = hasCome ? 'cancelRest' : 'cancel';
  return useCommand(async () => {
    const isConfirmed = await ask({
      title: t(`purchasing:question.${question}`, { purchaseNo: purchase.purchaseNo }),
      text: t(hasCome ? 'purchasing:question.whatCameStays' : 'purchasing:question.stays'),
      confirm: t(hasCome ? 'purchasing:question.confirmCancelRest' : 'purchasing:question.confirmCancel'),
      leave: t('purchasing:question.keep'),
    });
    if (!isConfirmed) return false;
    const at = { purchaseOrderId: purchase.id, purchaseVersion: purchase.version };
    await (hasCome ? api.purchasing.cancelRest.mutate(at) : api.purchasing.cancel.mutate(at));
    return true;
  });
}
