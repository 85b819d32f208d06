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

function columnsFor(currency: string): readonly ListColumn<ProductRow>[] {
  const stock = (row: ProductRow, milli: number) => (row.isStockItem ? formatQuantity(milli) : '–');
  return [
    { id: 'productNo', header: 'Product no.', width: '112px', cell: (row) => row.productNo },
    { id: 'name', header: 'Name', width: 'minmax(200px, 2fr)', cell: (row) => row.name },
    { id: 'stock', header: 'In stock', width: '88px', align: 'end', cell: (row) => stock(row, row.stockMilli) },
    {
      id: 'allocated',
      header: 'Allocated',
      width: '88px',
      align: 'end',
      cell: (row) => stock(row, row.allocatedMilli),
    },
    {
      id: 'available',
      header: 'Available',
      width: '88px',
      align: 'end',
      cell: (row) => stock(row, row.availableMilli),
    },
    { id: 'unit', header: 'Unit', width: '56px', cell: (row) => row.unit },
    {
      id: 'expected',
      header: 'Expected',
      width: '104px',
      cell: (row) => formatShortDate(row.expectedDeliveryDate, dayOf(new Date())),
    },
    {
      id: 'price',
      header: 'Price',
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
      title="Products"
      actions={
        <>
          <SearchField label="Search products" placeholder="Product no. or name" value={typed} onChange={setTyped} />
          <Button onClick={() => open({ page: 'new-product' })}>New product</Button>
        </>
      }
    >
      <ListTable
        label="Products"
        columns={columnsFor(currency)}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.productNo} ${row.name}`}
        onOpen={(row) => open({ page: 'product', productId: row.id })}
        onRetry={products.retry}
        empty={
          search === ''
            ? { title: 'No products yet', text: 'Products come on orders, delivery notes and the website.' }
            : { title: `Nothing found for “${search}”`, text: 'Products are found by number and name.' }
        }
        {...products}
      />
    </Page>
  );
}
