import { Button } from '@fluentui/react-components';
import type { ProductRow } from '../../shared/products.ts';
import { useCompany } from '../frame/company-context.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { dayOf, formatMoney, formatQuantity, formatShortDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { t } from '../ui/texts.ts';

function columnsFor(currency: string): readonly ListColumn<ProductRow>[] {
  const stock = (row: ProductRow, milli: number) => (row.isStockItem ? formatQuantity(milli) : '–');
  return [
    { id: 'productNo', header: t('products:field.productNo'), width: '112px', cell: (row) => row.productNo },
    { id: 'name', header: t('products:field.name'), width: 'minmax(200px, 2fr)', cell: (row) => row.name },
    {
      id: 'stock',
      header: t('products:stock.inStock'),
      width: '88px',
      align: 'end',
      cell: (row) => stock(row, row.stockMilli),
    },
    {
      id: 'allocated',
      header: t('products:stock.allocated'),
      width: '88px',
      align: 'end',
      cell: (row) => stock(row, row.allocatedMilli),
    },
    {
      id: 'available',
      header: t('products:stock.available'),
      width: '88px',
      align: 'end',
      cell: (row) => stock(row, row.availableMilli),
    },
    { id: 'unit', header: t('products:field.unit'), width: '56px', cell: (row) => row.unit },
    {
      id: 'expected',
      header: t('products:field.expected'),
      width: '104px',
      cell: (row) => formatShortDate(row.expectedDeliveryDate, dayOf(new Date())),
    },
    {
      id: 'price',
      header: t('products:field.price'),
      width: '136px',
      align: 'end',
      cell: (row) => formatMoney(row.unitPriceMinor, currency),
    },
  ];
}

/** View - Products. */
export function ProductsPage() {
  const { open } = useNavigation();
  const { currency } = useCompany();
  const [typed, setTyped] = useRemembered('products search', '');
  const search = useSearchText(typed);
  const products = usePages(['products', 'list', search], (cursor: number | null) =>
    api.products.list.query({ search, cursor }),
  );
  return (
    <Page
      title={t('products:title')}
      actions={
        <>
          <SearchField
            label={t('products:search.label')}
            placeholder={t('products:search.placeholder')}
            value={typed}
            onChange={setTyped}
          />
          <Button onClick={() => open({ page: 'new-product' })}>{t('products:new.title')}</Button>
        </>
      }
    >
      <ListTable
        label={t('products:title')}
        columns={columnsFor(currency)}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.productNo} ${row.name}`}
        onOpen={(row) => open({ page: 'product', productId: row.id })}
        onRetry={products.retry}
        empty={
          search === ''
            ? { title: t('products:empty.title'), text: t('products:empty.text') }
            : { title: t('common:list.nothingFoundFor', { search }), text: t('products:empty.foundBy') }
        }
        {...products}
      />
    </Page>
  );
}
