import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditPurchaseInput, PurchaseView } from '../../shared/purchasing.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { ProductChoice } from '../products/product-choice.tsx';
import { api } from '../ui/api.ts';
import { DateField } from '../ui/date-field.tsx';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { formatDate } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { useVersionedEdit } from '../ui/use-versioned-edit.ts';
import { PurchaseLines } from './purchase-lines.tsx';
import { purchaseStatusTones } from './purchase-words.ts';
import { ReceiveDialog } from './receive-dialog.tsx';

export type PurchasePatch = Omit<EditPurchaseInput, 'purchaseOrderId' | 'purchaseVersion'>;
export type EditPurchase = (patch: PurchasePatch) => Promise<void>;

const useStyles = makeStyles({
  body: { padding: '16px 8px', display: 'flex', flexDirection: 'column', gap: '16px', overflowY: 'auto' },
  fields: { padding: '0 8px', display: 'flex', gap: '16px', flexWrap: 'wrap' },
  date: { width: '240px' },
  add: { width: '420px', maxWidth: '100%' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

async function sendEdit(patch: PurchasePatch, purchaseOrderId: number, purchaseVersion: number): Promise<number> {
  const edited = await api.purchasing.edit.mutate({ ...patch, purchaseOrderId, purchaseVersion });
  return edited.purchaseVersion;
}

/** A purchase order: its lines, its dates, transfer to purchased, and goods received. */
export function PurchasePage({ purchaseOrderId }: { readonly purchaseOrderId: number }) {
  const { back } = useNavigation();
  const query = useRead(['purchasing', 'get', purchaseOrderId], () => api.purchasing.get.query({ purchaseOrderId }));
  const purchase = query.data?.id === purchaseOrderId ? query.data : undefined;
  const edit = useVersionedEdit(purchase, sendEdit);
  if (purchase) return <Purchase purchase={purchase} edit={edit} />;
  return (
    <Page title={t('purchasing:page.title')} onBack={back}>
      {query.error ? (
        <FailureState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Spinner label={t('purchasing:page.reading')} />
      )}
    </Page>
  );
}

function Purchase({ purchase, edit }: { readonly purchase: PurchaseView; readonly edit: EditPurchase }) {
  const styles = useStyles();
  const { back } = useNavigation();
  const isDraft = purchase.status === 'draft';
  const isOpen = isDraft || purchase.status === 'transferred';
  const { buttons, failure, dialog } = usePurchaseActions(purchase);
  return (
    <Page
      title={t('purchasing:page.titleOf', { purchaseNo: purchase.purchaseNo })}
      onBack={back}
      subtitle={
        <>
          <StatusWord word={t(`purchasing:status.${purchase.status}`)} tone={purchaseStatusTones[purchase.status]} />
          <span className={styles.quiet}>
            {t('purchasing:page.supplierAndDate', {
              supplier: purchase.supplierName,
              date: formatDate(purchase.orderDate),
            })}
          </span>
        </>
      }
      actions={buttons}
      below={failure}
    >
      <div className={styles.body}>
        <div className={styles.fields}>
          <DateField
            label={t('purchasing:page.deliveryDate')}
            hint={t('purchasing:page.deliveryDateHint')}
            className={styles.date}
            value={purchase.deliveryDate}
            isDisabled={!isOpen}
            save={(deliveryDate) => edit({ deliveryDate })}
          />
          {isDraft ? (
            <div className={styles.add}>
              <ProductChoice
                label={t('purchasing:page.add')}
                onChoose={(product) =>
                  void edit({ newLines: [{ productId: product.id, orderedMilli: 1000, deliveryDate: null }] })
                }
              />
            </div>
          ) : null}
        </div>
        <PurchaseLines purchase={purchase} edit={edit} />
      </div>
      {dialog}
    </Page>
  );
}

function usePurchaseActions(purchase: PurchaseView) {
  const ask = useQuestion();
  const [isReceiving, setIsReceiving] = useState(false);
  const at = { purchaseOrderId: purchase.id, purchaseVersion: purchase.version };
  const transfer = useCommand(() => api.purchasing.transfer.mutate(at));
  const cancel = useCommand(async () => {
    const isConfirmed = await ask({
      title: t('purchasing:question.cancel', { purchaseNo: purchase.purchaseNo }),
      text: t('purchasing:question.stays'),
      confirm: t('purchasing:question.confirmCancel'),
      leave: t('purchasing:question.keep'),
    });
    if (isConfirmed) await api.purchasing.cancel.mutate(at);
  });
  const failed = [transfer, cancel].find((command) => command.error);
  const buttons = (
    <>
      {purchase.status === 'draft' ? (
        <Button
          appearance="primary"
          disabled={transfer.isPending || purchase.lines.length === 0}
          onClick={() => transfer.mutate()}
        >
          {t('purchasing:page.transfer')}
        </Button>
      ) : null}
      {purchase.status === 'transferred' ? (
        <Button appearance="primary" onClick={() => setIsReceiving(true)}>
          {t('purchasing:page.receive')}
        </Button>
      ) : null}
      {purchase.status === 'draft' || purchase.status === 'transferred' ? (
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('purchasing:page.cancel')}
        </Button>
      ) : null}
    </>
  );
  return {
    buttons,
    failure: failed ? <FailureMessage error={failed.error} onDismiss={failed.reset} /> : null,
    dialog: isReceiving ? <ReceiveDialog purchase={purchase} onClose={() => setIsReceiving(false)} /> : null,
  };
}
