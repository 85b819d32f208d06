import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ProductRow } from '../../shared/products.ts';
import { useCompany } from '../frame/company-context.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { ColumnChoice, useHiddenColumns } from '../ui/column-choice.tsx';
import { dayOf, formatMoney, formatQuantity, formatShortDate } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { t } from '../ui/texts.ts';
import { useListSelection } from '../ui/use-list-selection.ts';
import { ChangeProductsDialog } from './change-products-dialog.tsx';

function columnsFor(currency: string): readonly ListColumn<ProductRow>[] {
  const stock = (row: ProductRow, milli: number) => (row.isStockItem ? formatQuantity(milli) : '–');
  return [
    { id: 'productNo', header: t('products:field.productNo'), width: '80px', cell: (row) => row.productNo },
    { id: 'name', header: t('products:field.name'), width: 'minmax(152px, 2fr)', cell: (row) => row.name },
    {
      id: 'stock',
      header: t('products:stock.inStock'),
      width: '72px',
      align: 'end',
      cell: (row) => stock(row, row.stockMilli),
    },
    {
      id: 'allocated',
      header: t('products:stock.allocated'),
      width: '72px',
      align: 'end',
      cell: (row) => stock(row, row.allocatedMilli),
    },
    {
      id: 'available',
      header: t('products:stock.available'),
      width: '72px',
      align: 'end',
      cell: (row) => stock(row, row.availableMilli),
    },
    { id: 'unit', header: t('products:field.unit'), width: '48px', cell: (row) => row.unit },
    {
      id: 'expected',
      header: t('products:field.expected'),
      width: '80px',
      cell: (row) => formatShortDate(row.expectedDeliveryDate, dayOf(new Date())),
    },
    {
      id: 'price',
      header: t('products:field.price'),
      width: '112px',
      align: 'end',
      cell: (row) => formatMoney(row.unitPriceMinor, currency),
    },
    {
      id: 'barCode',
      header: t('products:field.barCode'),
      width: '104px',
      cell: (row) => row.barCode,
    },
    {
      id: 'onWeb',
      header: t('products:field.onWebsite'),
      width: '84px',
      cell: (row) => t(row.onWeb ? 'common:word.yes' : 'common:word.no'),
    },
  ];
}

/** View - Products. */
export function ProductsPage() {
  const { open } = useNavigation();
  const { currency } = useCompany();
  const [typed, setTyped] = useRemembered('products search', '');
  const search = useSearchText(typed);
  const columns = useMemo(() => columnsFor(currency), [currency]);
  const [hidden, setHidden] = useHiddenColumns('products');
  const selection = useListSelection('products');
  const [changing, setChanging] = useState<readonly ProductRow[]>([]);
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
        columns={columns}
        hiddenColumns={hidden}
        selection={selection}
        besideSelection={<ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />}
        actions={[{ id: 'change', label: t('common:change.action'), run: setChanging }]}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.productNo} ${row.name}`}
        onOpen={(row) => open({ page: 'product', productId: row.id })}
        onRetry={products.retry}
        empty={
          search === ''
            ? {
                title: t('products:empty.title'),
                text: t('products:empty.text'),
                action: <Button onClick={() => open({ page: 'import' })}>{t('products:empty.import')}</Button>,
              }
            : { title: t('common:list.nothingFoundFor', { search }), text: t('products:empty.foundBy') }
        }
        {...products}
      />
      {changing.length === 0 ? null : (
        <ChangeProductsDialog
          products={changing}
          onClose={() => setChanging([])}
          onDone={() => {
            setChanging([]);
            selection.clear();
          }}
        />
      )}
    </Page>
  );
}
