import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { EditPurchaseInput, PurchaseView } from '../../shared/purchasing.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { ProductChoice } from '../products/product-choice.tsx';
import { api } from '../ui/api.ts';
import { DateField } from '../ui/date-field.tsx';
import { FailureState } from '../ui/failure-message.tsx';
import { formatDate } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { useVersionedEdit } from '../ui/use-versioned-edit.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ConcernedLine } from '../warehouse/concerned-line.tsx';
import { PurchaseLines } from './purchase-lines.tsx';
import { purchaseStatusTones } from './purchase-words.ts';
import { usePurchaseActions } from './use-purchase-actions.tsx';

export type PurchasePatch = Omit<EditPurchaseInput, 'purchaseOrderId' | 'purchaseVersion'>;
export type EditPurchase = (patch: PurchasePatch) => Promise<void>;

const useStyles = makeStyles({
  body: { padding: '16px 8px', display: 'flex', flexDirection: 'column', gap: '16px', overflowY: 'auto' },
  fields: { padding: '0 8px', display: 'flex', gap: '16px', flexWrap: 'wrap' },
  date: { width: '240px' },
  concerned: { padding: '0 8px' },
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
        <Waiting label={t('purchasing:page.reading')} />
      )}
    </Page>
  );
}

function Purchase({ purchase, edit }: { readonly purchase: PurchaseView; readonly edit: EditPurchase }) {
  const styles = useStyles();
  const { back } = useNavigation();
  const isDraft = purchase.status === 'draft';
  const isOpen = isDraft || purchase.status === 'transferred';
  const [saved, setSaved] = useState<readonly number[]>([]);
  const { buttons, failure, dialog } = usePurchaseActions(purchase, setSaved);
  const editAndTell = useCallback<EditPurchase>(
    async (patch) => {
      await edit(patch);
      const dated = patch.lines?.filter((line) => line.deliveryDate !== undefined).map((line) => line.purchaseLineId);
      const isDated = (id: number) => patch.deliveryDate !== undefined || dated?.includes(id) === true;
      // A draft gives no order a date.
      if (!isDraft) setSaved(purchase.lines.filter(({ id }) => isDated(id)).map(({ productId }) => productId));
    },
    [edit, isDraft, purchase.lines],
  );
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
          {purchase.externalNo === '' ? null : (
            <span className={styles.quiet}>{t('purchasing:page.externalNo', { externalNo: purchase.externalNo })}</span>
          )}
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
            save={(deliveryDate) => editAndTell({ deliveryDate })}
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
        <PurchaseLines purchase={purchase} edit={editAndTell} onConcerned={setSaved} />
        <div className={styles.concerned}>
          <ConcernedLine productIds={saved} />
        </div>
      </div>
      {dialog}
    </Page>
  );
}
