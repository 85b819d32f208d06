import { makeStyles } from '@fluentui/react-components';
import type { EditProductInput, ProductView } from '../../shared/products.ts';
import { ContactChoice } from '../contacts/contact-choice.tsx';
import { useCompany } from '../frame/company-context.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { DateField } from '../ui/date-field.tsx';
import { FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { formatAmount, formatQuantity } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { cannotReadAmount, parseAmount } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { useUndoablePatch } from '../ui/use-undoable-patch.ts';
import { Waiting } from '../ui/waiting.tsx';
import { vatPermilleOf } from './vat.ts';

const useStyles = makeStyles({
  columns: { display: 'flex', flexWrap: 'wrap', overflowY: 'auto', alignItems: 'flex-start' },
  stock: { padding: '16px', display: 'flex', flexDirection: 'column', gap: '8px', minWidth: '320px' },
});

type Edit = (patch: Omit<EditProductInput, 'productId'>) => Promise<unknown>;

/** The card of a product. */
export function ProductPage({ productId }: { readonly productId: number }) {
  const styles = useStyles();
  const { back } = useNavigation();
  const query = useRead(['products', 'get', productId], () => api.products.get.query({ productId }));
  const command = useCommand((input: EditProductInput) => api.products.edit.mutate(input));
  const edit: Edit = useUndoablePatch({
    record: `product ${productId}`,
    shown: query.data,
    read: () => api.products.get.query({ productId }),
    send: (patch: Parameters<Edit>[0]) => command.mutateAsync({ ...patch, productId }),
    labelOf: () => t('common:undo.changeOf', { name: query.data?.name ?? '' }),
  });
  const product = query.data?.id === productId ? query.data : undefined;
  return (
    <Page title={product ? `${product.productNo} ${product.name}` : t('products:product')} onBack={back}>
      {product ? (
        <div className={styles.columns}>
          <ProductForm product={product} edit={edit} />
          <Stock product={product} />
        </div>
      ) : query.error ? (
        <FailureState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting label={t('products:reading')} />
      )}
    </Page>
  );
}

function ProductForm({ product, edit }: { readonly product: ProductView; readonly edit: Edit }) {
  const form = useFormStyles();
  const { currency } = useCompany();
  const checkName = (text: string) => (text.trim() === '' ? t('products:field.empty') : null);
  return (
    <div className={form.form}>
      <DateField
        label={t('products:field.expectedDeliveryDate')}
        hint={t('products:field.expectedHint')}
        className={form.narrow}
        value={product.expectedDeliveryDate}
        save={(expectedDeliveryDate) => edit({ expectedDeliveryDate })}
      />
      <div className={form.row}>
        <SavedField
          label={t('products:field.productNo')}
          className={form.share}
          value={product.productNo}
          check={checkName}
          save={(productNo) => edit({ productNo })}
        />
        <SavedField
          label={t('products:field.name')}
          className={form.grow}
          value={product.name}
          check={checkName}
          save={(name) => edit({ name })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label={t('products:field.priceWithoutVat')}
          className={form.share}
          unit={currency}
          isNumber
          value={formatAmount(product.unitPriceMinor, currency)}
          check={(text) => (parseAmount(text, currency) === null ? cannotReadAmount(currency) : null)}
          save={(text) => edit({ unitPriceMinor: parseAmount(text, currency) ?? 0 })}
        />
        <SavedField
          label={t('products:field.vat')}
          className={form.share}
          unit="%"
          isNumber
          value={formatQuantity(product.vatPermille * 100)}
          check={(text) => (vatPermilleOf(text) === null ? t('products:field.wrongVat') : null)}
          save={(text) => edit({ vatPermille: vatPermilleOf(text) ?? 0 })}
        />
        <SavedField
          className={form.share}
          label={t('products:field.unit')}
          value={product.unit}
          save={(unit) => edit({ unit })}
        />
      </div>
      <SavedField
        label={t('products:field.barCode')}
        hint={t('products:field.barCodeHint')}
        value={product.barCode}
        save={(barCode) => edit({ barCode })}
      />
      <ContactChoice
        label={t('products:field.supplier')}
        kind="suppliers"
        value={product.supplierName ?? ''}
        onChoose={(supplier) => void edit({ supplierId: supplier.id })}
      />
      <div className={form.checks}>
        <SavedCheck
          label={t('products:field.stockItem')}
          value={product.isStockItem}
          save={(isStockItem) => edit({ isStockItem })}
        />
        <SavedCheck label={t('products:field.onWebsite')} value={product.onWeb} save={(onWeb) => edit({ onWeb })} />
      </div>
    </div>
  );
}

function Stock({ product }: { readonly product: ProductView }) {
  const styles = useStyles();
  if (!product.isStockItem) return null;
  const amounts: readonly { readonly name: string; readonly milli: number }[] = [
    ...product.warehouses.map((warehouse) => ({
      name: t('products:stock.inWarehouse', { warehouse: warehouse.name }),
      milli: warehouse.stockMilli,
    })),
    { name: t('products:stock.allocatedTo', { count: product.waitingOrders }), milli: product.allocatedMilli },
    { name: t('products:stock.available'), milli: product.availableMilli },
    { name: t('products:stock.onPurchase'), milli: product.onPurchaseMilli },
  ];
  return (
    <section className={styles.stock} aria-label={t('products:stock.title')}>
      <SectionTitle>{t('products:stock.title')}</SectionTitle>
      <SmallTable
        label={t('products:stock.title')}
        rows={amounts}
        rowKey={(row) => row.name}
        columns={[
          { id: 'name', header: t('products:stock.what'), width: 'wide', cell: (row) => row.name },
          { id: 'milli', header: product.unit, align: 'end', cell: (row) => formatQuantity(row.milli) },
        ]}
      />
    </section>
  );
}
