import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { StockRow } from '../../shared/warehouse.ts';
import { api } from '../ui/api.ts';
import { EditCell } from '../ui/edit-cell.tsx';
import { formatQuantity } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { parseQuantity } from '../ui/parse.ts';
import { useCommand, usePages, useRead } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'center', gap: '8px' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** View - Warehouse - Stock taking: what was counted replaces what stood. */
export function StockTakingPage() {
  const styles = useStyles();
  const [typed, setTyped] = useRemembered('stock taking search', '');
  const [chosenWarehouse, setChosenWarehouse] = useState<number | null>(null);
  const search = useSearchText(typed);
  const warehouses = useRead(['warehouse', 'warehouses'], () => api.warehouse.warehouses.query());
  const warehouseId = chosenWarehouse ?? warehouses.data?.[0]?.id ?? 0;
  const stock = usePages(['warehouse', 'stock', search], (cursor: number | null) =>
    api.warehouse.stock.query({ search, cursor }),
  );
  return (
    <Page
      title="Stock taking"
      actions={
        <SearchField label="Search products" placeholder="Product no. or name" value={typed} onChange={setTyped} />
      }
      below={
        <div className={styles.choice}>
          {(warehouses.data?.length ?? 0) > 1 ? (
            <Select
              aria-label="Warehouse"
              size="small"
              value={String(warehouseId)}
              onChange={(_event, { value }) => setChosenWarehouse(Number(value))}
            >
              {warehouses.data?.map((warehouse) => (
                <option key={warehouse.id} value={warehouse.id}>
                  {warehouse.name}
                </option>
              ))}
            </Select>
          ) : null}
          <span className={styles.note}>
            Type what was counted; it is stored when you leave the field or press Enter.
          </span>
        </div>
      }
    >
      <ListTable
        label="Stock taking"
        columns={useColumns(warehouseId)}
        rowKey={(row) => row.productId}
        rowLabel={(row) => `${row.productNo} ${row.name}`}
        onRetry={stock.retry}
        empty={
          search === ''
            ? { title: 'No stock items yet', text: 'Products that are stock items appear here to be counted.' }
            : { title: `Nothing found for “${search}”`, text: 'Products are found by number and name.' }
        }
        {...stock}
      />
    </Page>
  );
}

function useColumns(warehouseId: number): readonly ListColumn<StockRow>[] {
  const count = useCommand((input: { productId: number; warehouseId: number; countedMilli: number }) =>
    api.warehouse.countStock.mutate(input),
  );
  const stockIn = (row: StockRow) =>
    row.warehouses.find((warehouse) => warehouse.warehouseId === warehouseId)?.stockMilli ?? 0;
  return [
    { id: 'productNo', header: 'Product no.', width: '112px', cell: (row) => row.productNo },
    { id: 'name', header: 'Name', width: 'minmax(200px, 2fr)', cell: (row) => row.name },
    {
      id: 'allocated',
      header: 'Allocated',
      width: '96px',
      align: 'end',
      cell: (row) => formatQuantity(row.allocatedMilli),
    },
    {
      id: 'onPurchase',
      header: 'On purchase',
      width: '96px',
      align: 'end',
      cell: (row) => formatQuantity(row.onPurchaseMilli),
    },
    { id: 'stock', header: 'In stock', width: '96px', align: 'end', cell: (row) => formatQuantity(stockIn(row)) },
    {
      id: 'counted',
      header: 'Counted',
      width: '112px',
      align: 'end',
      cell: (row) => (
        <EditCell
          label={`Counted, ${row.name}`}
          column="counted"
          isNumber
          value={formatQuantity(stockIn(row))}
          check={(text) => (parseQuantity(text) === null ? 'Enter a quantity such as 12 or 0.5.' : null)}
          save={(text) =>
            count.mutateAsync({ productId: row.productId, warehouseId, countedMilli: parseQuantity(text) ?? 0 })
          }
        />
      ),
    },
    { id: 'unit', header: 'Unit', width: '64px', cell: (row) => row.unit },
  ];
}
