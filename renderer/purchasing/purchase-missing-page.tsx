import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MissingFromSupplier, MissingProduct } from '../../shared/purchasing.ts';
import { ContactChoice } from '../contacts/contact-choice.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { formatQuantity } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { parseQuantity } from '../ui/parse.ts';
import { QuantityCell } from '../ui/quantity-cell.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';

const useStyles = makeStyles({
  body: { padding: '8px', display: 'flex', flexDirection: 'column', gap: '24px', overflowY: 'auto' },
  head: { display: 'flex', alignItems: 'end', gap: '12px', flexWrap: 'wrap', padding: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  create: { marginLeft: 'auto' },
  supplier: { width: '320px', maxWidth: '100%' },
  note: { margin: 0, padding: '8px 8px 0', color: tokens.colorNeutralForeground2 },
});

/** Purchase what is missing: what open orders wait for and neither stock nor purchases cover, by supplier. */
export function PurchaseMissingPage() {
  const styles = useStyles();
  const { back } = useNavigation();
  const missing = useRead(['purchasing', 'missing'], () => api.purchasing.missing.query());
  return (
    <Page title={t('purchasing:missing.title')} onBack={back}>
      {missing.error && !missing.data ? (
        <FailureState error={missing.error} onRetry={() => void missing.refetch()} />
      ) : missing.data === undefined ? (
        <Waiting label={t('purchasing:missing.reading')} />
      ) : missing.data.length === 0 ? (
        <EmptyState title={t('purchasing:missing.none')} text={t('purchasing:missing.noneText')} />
      ) : (
        <div className={styles.body}>
          <p className={styles.note}>{t('purchasing:missing.note')}</p>
          {missing.data.map((group) => (
            <FromSupplier key={group.supplierId ?? 0} group={group} />
          ))}
        </div>
      )}
    </Page>
  );
}

function FromSupplier({ group }: { readonly group: MissingFromSupplier }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [chosen, setChosen] = useState<{ readonly id: number; readonly name: string } | null>(null);
  const supplierId = group.supplierId ?? chosen?.id ?? null;
  const name = group.supplierId === null ? t('purchasing:missing.noSupplier') : group.supplierName;
  const textOf = (product: MissingProduct) => typed[product.productId] ?? formatQuantity(product.missingMilli);
  const lines = group.products.filter((product) => !left.has(product.productId));
  const hasProblem = lines.some((product) => (parseQuantity(textOf(product)) ?? 0) <= 0);
  // Opens it by itself: once it is made nothing is missing here, and this section is gone.
  const create = useCommand(async (toSupplierId: number) => {
    const { purchaseOrderId } = await api.purchasing.purchaseMissing.mutate({
      supplierId: toSupplierId,
      lines: lines.map((product) => ({
        productId: product.productId,
        orderedMilli: parseQuantity(textOf(product)) ?? 0,
      })),
    });
    open({ page: 'purchase', purchaseOrderId });
  });
  const onCreate = () => {
    if (supplierId !== null) create.mutate(supplierId);
  };
  const onTake = (productId: number, isTaken: boolean) => {
    const next = new Set(left);
    if (isTaken) next.delete(productId);
    else next.add(productId);
    setLeft(next);
  };
  return (
    <section aria-label={name}>
      <div className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        {group.supplierId === null ? (
          <div className={styles.supplier}>
            <ContactChoice
              label={t('purchasing:missing.purchaseFrom')}
              kind="suppliers"
              value={chosen?.name ?? ''}
              onChoose={setChosen}
            />
          </div>
        ) : null}
        <Button
          className={styles.create}
          disabled={supplierId === null || lines.length === 0 || hasProblem || create.isPending}
          onClick={onCreate}
        >
          {t('purchasing:missing.create')}
        </Button>
      </div>
      {create.error ? <FailureMessage error={create.error} onDismiss={create.reset} /> : null}
      <SmallTable
        label={t('purchasing:missing.from', { supplier: name })}
        rows={group.products}
        rowKey={(product) => product.productId}
        rowLabel={(product) => product.name}
        columns={columnsFor({
          isTaken: ({ productId }) => !left.has(productId),
          onTake,
          textOf,
          onType: (productId, text) => setTyped((before) => ({ ...before, [productId]: text })),
        })}
      />
    </section>
  );
}

type Choice = {
  readonly isTaken: (product: MissingProduct) => boolean;
  readonly onTake: (productId: number, isTaken: boolean) => void;
  readonly textOf: (product: MissingProduct) => string;
  readonly onType: (productId: number, text: string) => void;
};

function columnsFor({ isTaken, onTake, textOf, onType }: Choice): readonly SmallColumn<MissingProduct>[] {
  return [
    {
      id: 'take',
      header: '',
      width: '36px',
      cell: (product) => (
        <Checkbox
          aria-label={t('purchasing:missing.take', { product: product.name })}
          checked={isTaken(product)}
          onChange={(_event, { checked }) => onTake(product.productId, checked === true)}
        />
      ),
    },
    { id: 'productNo', header: t('purchasing:lines.productNo'), cell: (product) => product.productNo },
    { id: 'name', header: t('purchasing:lines.name'), width: 'wide', cell: (product) => product.name },
    {
      id: 'orders',
      header: t('purchasing:missing.orders'),
      align: 'end',
      cell: (product) => product.orderCount,
    },
    {
      id: 'waiting',
      header: t('purchasing:missing.waiting'),
      align: 'end',
      cell: (product) => formatQuantity(product.waitingMilli),
    },
    {
      id: 'stock',
      header: t('purchasing:missing.inStock'),
      align: 'end',
      cell: (product) => formatQuantity(product.stockMilli),
    },
    {
      id: 'onPurchase',
      header: t('purchasing:missing.onPurchase'),
      align: 'end',
      cell: (product) => formatQuantity(product.onPurchaseMilli),
    },
    {
      id: 'toPurchase',
      header: t('purchasing:missing.toPurchase'),
      width: '112px',
      align: 'end',
      cell: (product) => (
        <QuantityCell
          label={t('purchasing:missing.toPurchaseOf', { product: product.name })}
          column="toPurchase"
          text={textOf(product)}
          problem={
            isTaken(product) && (parseQuantity(textOf(product)) ?? 0) <= 0 ? t('purchasing:lines.notAQuantity') : null
          }
          onChange={(text) => onType(product.productId, text)}
        />
      ),
    },
  ];
}
