import {
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState, type EmptyText } from './empty-state.tsx';
import { FailureState } from './failure-message.tsx';
import { nextRow } from './list-keys.ts';
import { useRememberedSpot } from './remembered.tsx';
import { t } from './texts.ts';

export type ListColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** A track of CSS grid: `88px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly hiddenColumns?: readonly string[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** What assistive technology calls the row. */
  readonly rowLabel?: (row: Row) => string;
  /** Enter, or a click. Without it rows are for reading only. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly selectedKey?: string | number | null;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly empty: EmptyText;
  readonly hasMore?: boolean;
  readonly loadMore?: () => void;
};

export const rowHeightPx = 32;

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'auto', position: 'relative' },
  table: { minWidth: 'min-content' },
  header: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  row: { display: 'grid', height: `${rowHeightPx}px`, columnGap: '16px', padding: '0 16px', minWidth: 0 },
  virtual: { position: 'absolute', top: 0, left: 0, width: '100%', boxSizing: 'border-box' },
  openable: { cursor: 'pointer' },
  cell: { padding: 0, minWidth: 0, height: `${rowHeightPx}px`, overflow: 'hidden' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', width: '100%' },
  headerText: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  end: {
    justifyContent: 'flex-end',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    '& > *': { justifyContent: 'flex-end' },
  },
  loading: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '8px 16px' },
  whole: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

const features = tableFeatures({ columnVisibilityFeature });

/** A list of rows of which only those in sight are drawn. Arrows move, Enter opens, more rows are fetched near the end. */
export function ListTable<Row extends object>(props: Props<Row>) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const { spot, isBack } = useRememberedSpot(`list ${props.label}`);
  const [activeIndex, setActiveIndex] = useState(spot.row);
  const { columns, rows, hiddenColumns = [], onOpen } = props;

  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, header: column.header, accessorFn: (row: Row) => row })),
    [columns],
  );
  const columnVisibility = Object.fromEntries(hiddenColumns.map((id) => [id, false]));
  const table = useTable({ features, columns: definitions, data: rows as Row[], state: { columnVisibility } });
  const shown = columns.filter((column) => table.getColumn(column.id)?.getIsVisible() ?? true);
  const tracks = { gridTemplateColumns: shown.map((column) => column.width).join(' ') };
  const modelRows = table.getRowModel().rows;

  const virtualizer = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    scrollPaddingStart: rowHeightPx,
    initialOffset: spot.scrollTop,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const { hasMore = false, loadMore } = props;
  useEffect(() => {
    if (hasMore && lastShown >= modelRows.length - 20) loadMore?.();
  }, [hasMore, lastShown, modelRows.length, loadMore]);

  const active = activeIndex < modelRows.length ? activeIndex : 0;
  const chooseRow = (index: number) => {
    spot.row = index;
    setActiveIndex(index);
  };
  const focusRow = (index: number) => {
    chooseRow(index);
    virtualizer.scrollToIndex(index);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
  };
  useFocusOfReturn(scroller, isBack && modelRows.length > 0 ? active : null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2);
    const next = nextRow(event.key, active, modelRows.length, pageRows);
    const row = rows[active];
    if (next !== null) {
      event.preventDefault();
      focusRow(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && onOpen && row) {
      event.preventDefault();
      onOpen(row);
    }
  };

  if (props.error && rows.length === 0) return <FailureState error={props.error} onRetry={props.onRetry} />;
  return (
    <div className={styles.whole}>
      <div
        className={styles.scroll}
        ref={scroller}
        onScroll={(event) => {
          spot.scrollTop = event.currentTarget.scrollTop;
        }}
      >
        <Table
          noNativeElements
          role="grid"
          aria-label={props.label}
          aria-rowcount={hasMore ? -1 : rows.length + 1}
          aria-busy={props.isLoading}
          className={styles.table}
          size="small"
          onKeyDown={onKeyDown}
        >
          <TableHeader className={styles.header}>
            <TableRow className={styles.row} style={tracks} aria-rowindex={1}>
              {shown.map((column) => (
                <TableHeaderCell key={column.id} className={mergeClasses(styles.cell, column.align && styles.end)}>
                  <span className={styles.headerText}>{column.header}</span>
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {items.map((item) => {
              const row = modelRows[item.index]?.original;
              if (row === undefined) return null;
              const key = props.rowKey(row);
              return (
                <TableRow
                  key={key}
                  data-index={item.index}
                  aria-rowindex={item.index + 2}
                  aria-label={props.rowLabel?.(row)}
                  aria-selected={key === props.selectedKey}
                  appearance={key === props.selectedKey ? 'brand' : 'none'}
                  tabIndex={item.index === active ? 0 : -1}
                  className={mergeClasses(styles.row, styles.virtual, onOpen && styles.openable)}
                  style={{ ...tracks, transform: `translateY(${item.start}px)` }}
                  onFocus={() => chooseRow(item.index)}
                  onClick={onOpen ? () => onOpen(row) : undefined}
                >
                  {shown.map((column) => (
                    <TableCell
                      key={column.id}
                      role="gridcell"
                      className={mergeClasses(styles.cell, column.align && styles.end)}
                    >
                      <span className={styles.text}>{column.cell(row)}</span>
                    </TableCell>
                  ))}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
        {props.isLoading ? <LoadingRows /> : null}
      </div>
      {!props.isLoading && rows.length === 0 ? <EmptyState {...props.empty} /> : null}
    </div>
  );
}

/** Puts the focus back on the row one came from, once, unless it is somewhere already. */
function useFocusOfReturn(scroller: RefObject<HTMLElement | null>, row: number | null) {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || row === null) return;
    isDone.current = true;
    if (document.activeElement?.closest('input, button, [role=row]')) return;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${row}"]`)?.focus({ preventScroll: true });
  }, [scroller, row]);
}

function LoadingRows() {
  const styles = useStyles();
  return (
    <Skeleton className={styles.loading} aria-label={t('common:list.loading')}>
      {[1, 2, 3, 4, 5, 6, 7, 8].map((row) => (
        <SkeletonItem key={row} size={16} />
      ))}
    </Skeleton>
  );
}
