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
import { t } from '../ui/texts.ts';
import { ConcernedLine } from './concerned-line.tsx';
import { CountByScan } from './count-by-scan.tsx';

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'center', gap: '8px' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** View - Warehouse - Stock taking: what was counted replaces what stood. */
export function StockTakingPage() {
  const styles = useStyles();
  const [typed, setTyped] = useRemembered('stock taking search', '');
  const [chosenWarehouse, setChosenWarehouse] = useState<number | null>(null);
  const [saved, setSaved] = useState<readonly number[]>([]);
  const search = useSearchText(typed);
  const warehouses = useRead(['warehouse', 'warehouses'], () => api.warehouse.warehouses.query());
  const warehouseId = chosenWarehouse ?? warehouses.data?.[0]?.id ?? 0;
  const stock = usePages(['warehouse', 'stock', search], (cursor: number | null) =>
    api.warehouse.stock.query({ search, cursor }),
  );
  return (
    <Page
      title={t('warehouse:stockTaking.title')}
      actions={
        <SearchField
          label={t('warehouse:stockTaking.search')}
          placeholder={t('warehouse:stockTaking.searchIn')}
          value={typed}
          onChange={setTyped}
        />
      }
      below={
        <>
          <CountByScan key={warehouseId} warehouseId={warehouseId} onCounted={(productId) => setSaved([productId])} />
          <div className={styles.choice}>
            {(warehouses.data?.length ?? 0) > 1 ? (
              <Select
                aria-label={t('warehouse:stockTaking.warehouse')}
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
            <span className={styles.note}>{t('warehouse:stockTaking.note')}</span>
          </div>
          <ConcernedLine productIds={saved} />
        </>
      }
    >
      <ListTable
        label={t('warehouse:stockTaking.title')}
        columns={useColumns(warehouseId, (productId) => setSaved([productId]))}
        rowKey={(row) => row.productId}
        rowLabel={(row) => t('warehouse:stockTaking.row', { productNo: row.productNo, name: row.name })}
        onRetry={stock.retry}
        empty={
          search === ''
            ? { title: t('warehouse:stockTaking.none'), text: t('warehouse:stockTaking.appearHere') }
            : { title: t('common:list.nothingFoundFor', { search }), text: t('warehouse:stockTaking.foundBy') }
        }
        {...stock}
      />
    </Page>
  );
}

function checkQuantity(text: string): string | null {
  return parseQuantity(text) === null
    ? t('warehouse:stockTaking.notAQuantity', { example: formatQuantity(500) })
    : null;
}

function useColumns(warehouseId: number, onCounted: (productId: number) => void): readonly ListColumn<StockRow>[] {
  const count = useCommand((input: { productId: number; warehouseId: number; countedMilli: number }) =>
    api.warehouse.countStock.mutate(input),
  );
  const stockIn = (row: StockRow) =>
    row.warehouses.find((warehouse) => warehouse.warehouseId === warehouseId)?.stockMilli ?? 0;
  return [
    { id: 'productNo', header: t('warehouse:stockTaking.productNo'), width: '112px', cell: (row) => row.productNo },
    { id: 'name', header: t('warehouse:stockTaking.name'), width: 'minmax(200px, 2fr)', cell: (row) => row.name },
    {
      id: 'allocated',
      header: t('warehouse:stockTaking.allocated'),
      width: '96px',
      align: 'end',
      cell: (row) => formatQuantity(row.allocatedMilli),
    },
    {
      id: 'onPurchase',
      header: t('warehouse:stockTaking.onPurchase'),
      width: '96px',
      align: 'end',
      cell: (row) => formatQuantity(row.onPurchaseMilli),
    },
    {
      id: 'stock',
      header: t('warehouse:stockTaking.inStock'),
      width: '96px',
      align: 'end',
      cell: (row) => formatQuantity(stockIn(row)),
    },
    {
      id: 'counted',
      header: t('warehouse:stockTaking.counted'),
      width: '112px',
      align: 'end',
      cell: (row) => (
        <EditCell
          label={t('warehouse:stockTaking.countedOf', { product: row.name })}
          column="counted"
          isNumber
          value={formatQuantity(stockIn(row))}
          check={checkQuantity}
          save={async (text) => {
            const { productId } = row;
            await count.mutateAsync({ productId, warehouseId, countedMilli: parseQuantity(text) ?? 0 });
            onCounted(productId);
          }}
        />
      ),
    },
    { id: 'unit', header: t('warehouse:stockTaking.unit'), width: '64px', cell: (row) => row.unit },
  ];
}
