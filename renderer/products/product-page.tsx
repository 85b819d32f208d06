import { makeStyles, Spinner } from '@fluentui/react-components';
import type { EditProductInput, ProductView } from '../../shared/products.ts';
import { ContactChoice } from '../contacts/contact-choice.tsx';
import { useCompany } from '../frame/company-context.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { DateField } from '../ui/date-field.tsx';
import { FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { countOf, formatAmount, formatQuantity } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { parseAmount } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { SmallTable } from '../ui/small-table.tsx';

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
  const edit: Edit = (patch) => command.mutateAsync({ ...patch, productId });
  const product = query.data?.id === productId ? query.data : undefined;
  return (
    <Page title={product ? `${product.productNo} ${product.name}` : 'Product'} onBack={back}>
      {product ? (
        <div className={styles.columns}>
          <ProductForm product={product} edit={edit} />
          <Stock product={product} />
        </div>
      ) : query.error ? (
        <FailureState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Spinner label="Reading the product" />
      )}
    </Page>
  );
}

function ProductForm({ product, edit }: { readonly product: ProductView; readonly edit: Edit }) {
  const form = useFormStyles();
  const { currency } = useCompany();
  const checkName = (text: string) => (text.trim() === '' ? 'This cannot be empty.' : null);
  return (
    <div className={form.form}>
      <DateField
        label="Expected delivery date"
        hint="Goes before the dates of sales orders and purchases in what customers are told. Leave empty to follow those."
        className={form.narrow}
        value={product.expectedDeliveryDate}
        save={(expectedDeliveryDate) => edit({ expectedDeliveryDate })}
      />
      <div className={form.row}>
        <SavedField
          label="Product no."
          className={form.share}
          value={product.productNo}
          check={checkName}
          save={(productNo) => edit({ productNo })}
        />
        <SavedField
          label="Name"
          className={form.grow}
          value={product.name}
          check={checkName}
          save={(name) => edit({ name })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label="Price without VAT"
          className={form.share}
          unit={currency}
          isNumber
          value={formatAmount(product.unitPriceMinor)}
          check={(text) => (parseAmount(text) === null ? 'Enter an amount such as 249.50.' : null)}
          save={(text) => edit({ unitPriceMinor: parseAmount(text) ?? 0 })}
        />
        <SavedField
          label="VAT"
          className={form.share}
          unit="%"
          isNumber
          value={String(product.vatPermille / 10)}
          check={(text) => (vatPermilleOf(text) === null ? 'Enter a rate between 0 and 100.' : null)}
          save={(text) => edit({ vatPermille: vatPermilleOf(text) ?? 0 })}
        />
        <SavedField className={form.share} label="Unit" value={product.unit} save={(unit) => edit({ unit })} />
      </div>
      <ContactChoice
        label="Supplier"
        kind="suppliers"
        value={product.supplierName ?? ''}
        onChoose={(supplier) => void edit({ supplierId: supplier.id })}
      />
      <div className={form.checks}>
        <SavedCheck label="Stock item" value={product.isStockItem} save={(isStockItem) => edit({ isStockItem })} />
        <SavedCheck label="On the website" value={product.onWeb} save={(onWeb) => edit({ onWeb })} />
      </div>
    </div>
  );
}

function vatPermilleOf(text: string): number | null {
  const minor = parseAmount(text);
  return minor === null || minor > 10_000 || minor % 10 !== 0 ? null : minor / 10;
}

function Stock({ product }: { readonly product: ProductView }) {
  const styles = useStyles();
  if (!product.isStockItem) return null;
  const amounts: readonly { readonly name: string; readonly milli: number }[] = [
    ...product.warehouses.map((warehouse) => ({ name: `In ${warehouse.name}`, milli: warehouse.stockMilli })),
    { name: `Allocated to ${countOf(product.waitingOrders, 'order')}`, milli: product.allocatedMilli },
    { name: 'Available', milli: product.availableMilli },
    { name: 'On purchase', milli: product.onPurchaseMilli },
  ];
  return (
    <section className={styles.stock} aria-label="Stock">
      <SectionTitle>Stock</SectionTitle>
      <SmallTable
        label="Stock"
        rows={amounts}
        rowKey={(row) => row.name}
        columns={[
          { id: 'name', header: 'What', width: 'wide', cell: (row) => row.name },
          { id: 'milli', header: product.unit, align: 'end', cell: (row) => formatQuantity(row.milli) },
        ]}
      />
    </section>
  );
}
