import {
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  Table,
  TableBody,
  TableHeader,
  tokens,
} from '@fluentui/react-components';
import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState, type EmptyText } from './empty-state.tsx';
import { FailureState } from './failure-message.tsx';
import { ListHeader } from './list-header.tsx';
import { nextRow } from './list-keys.ts';
import { ListRow, type RowEvents } from './list-row.tsx';
import { checkTrack, rowHeightPx } from './list-styles.ts';
import { useRememberedSpot } from './remembered.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SelectionMenu } from './selection-menu.tsx';
import { t } from './texts.ts';
import type { ListSelection, SelectionAction } from './use-list-selection.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useSteady } from './use-steady.ts';

export type ListColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** A track of CSS grid: `88px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
  /** The engine can sort by it; the list has to be given `onSort` too. */
  readonly isSortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

export type ListSort = { readonly column: string; readonly direction: 'ascending' | 'descending' };

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
  /** How the rows are sorted, if by a column. */
  readonly sort?: ListSort;
  readonly onSort?: (sort: ListSort) => void;
  /** Lets rows be chosen for `actions`, with boxes, Ctrl, Shift and Space (useListSelection). */
  readonly selection?: ListSelection;
  readonly actions?: readonly SelectionAction<Row>[];
  /** At the end of the bar of the selection: for lists without a row of filters above them. */
  readonly besideSelection?: ReactNode;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly empty: EmptyText;
  readonly hasMore?: boolean;
  readonly loadMore?: () => void;
};

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'auto', position: 'relative' },
  // Headings without rows need not be scrolled to
  empty: { overflowX: 'hidden', overflowY: 'hidden', flexGrow: 0, flexShrink: 0 },
  table: { minWidth: 'min-content' },
  header: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  loading: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '8px 16px' },
  whole: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** The next page is asked for so many rows before the end is in sight, so that scrolling does not stand still. */
const loadAheadRows = 80;

const features = tableFeatures({ columnVisibilityFeature });

/** So many rows beyond those in sight are drawn too, so that scrolling does not show their absence. */
const rowsBeyondSight = 8;

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
  const shownIds = columns
    .map(({ id }) => id)
    .filter((id) => table.getColumn(id)?.getIsVisible() ?? true)
    .join(' ');
  const shown = useMemo(() => columns.filter(({ id }) => shownIds.split(' ').includes(id)), [columns, shownIds]);
  const widths = shown.map((column) => column.width);
  const tracks = [...(props.selection ? [checkTrack] : []), ...widths].join(' ');
  const modelRows = table.getRowModel().rows;

  const isDrawn = useIsDrawn(modelRows.length > 0);
  const virtualizer = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: isDrawn ? rowsBeyondSight : 0,
    scrollPaddingStart: rowHeightPx,
    initialOffset: spot.scrollTop,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const { hasMore = false, loadMore } = props;
  useEffect(() => {
    if (hasMore && isDrawn && lastShown >= modelRows.length - loadAheadRows) loadMore?.();
  }, [hasMore, isDrawn, lastShown, modelRows.length, loadMore]);

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
  const choice = useRowSelection({ ...props, focusRow, active });
  const rowEvents = useSteady<RowEvents>({
    focus: chooseRow,
    click: (event, index) => {
      const row = rows[index];
      if (!choice?.onRowClick(event, index) && row) onOpen?.(row);
    },
    check: (event, index) => choice?.onCheck(event, index),
    contextMenu: (event, index) => choice?.onContextMenu(event, index),
  });
  useFocusOfReturn(scroller, isBack && modelRows.length > 0 ? active : null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2);
    const next = nextRow(event.key, active, modelRows.length, pageRows);
    const row = rows[active];
    if (choice?.onKeyDown(event, next)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (next !== null) {
      event.preventDefault();
      focusRow(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && onOpen && row) {
      event.preventDefault();
      onOpen(row);
    }
  };

  const isEmpty = !props.isLoading && rows.length === 0;
  if (props.error && rows.length === 0) return <FailureState error={props.error} onRetry={props.onRetry} />;
  return (
    <div className={styles.whole}>
      {choice && (rows.length > 0 || props.isLoading) ? (
        <SelectionBar label={props.label} rows={choice.rows} actions={choice.actions} onClear={choice.clear}>
          {props.besideSelection}
        </SelectionBar>
      ) : null}
      <div
        className={mergeClasses(styles.scroll, isEmpty && styles.empty)}
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
          aria-multiselectable={choice ? true : undefined}
          className={styles.table}
          size="small"
          onKeyDown={onKeyDown}
        >
          <TableHeader className={styles.header}>
            <ListHeader
              columns={shown}
              tracks={{ gridTemplateColumns: tracks }}
              sort={props.sort}
              onSort={props.onSort}
              checked={choice?.checked}
              onCheckAll={(isOn) => choice?.checkAll(isOn)}
            />
          </TableHeader>
          <TableBody style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {items.map((item) => {
              const row = modelRows[item.index]?.original;
              if (row === undefined) return null;
              const key = props.rowKey(row);
              return (
                <ListRow
                  key={key}
                  row={row}
                  index={item.index}
                  label={props.rowLabel?.(row)}
                  columns={shown}
                  tracks={tracks}
                  top={item.start}
                  isActive={item.index === active}
                  isMarked={key === props.selectedKey}
                  isChecked={choice?.isChosen(key)}
                  isOpenable={onOpen !== undefined}
                  on={rowEvents}
                />
              );
            })}
          </TableBody>
        </Table>
        {props.isLoading ? <LoadingRows /> : null}
      </div>
      {choice?.menu ? <SelectionMenu<Row> {...choice.menu} rows={choice.rows} actions={choice.actions} /> : null}
      {isEmpty ? <EmptyState {...props.empty} /> : null}
    </div>
  );
}

/** Whether the rows in sight have been drawn: what staff do not see yet waits until they see something. */
function useIsDrawn(hasRows: boolean): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    if (!hasRows) return;
    const idle = requestIdleCallback(() => setIsDrawn(true), { timeout: 1000 });
    return () => cancelIdleCallback(idle);
  }, [hasRows]);
  return isDrawn;
}

/** Puts the focus back on the row one came from, once, unless it is somewhere already. */
function useFocusOfReturn(scroller: RefObject<HTMLElement | null>, row: number | null) {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || row === null) return;
    isDone.current = document.activeElement?.closest('input, button, [role=row]') !== null;
    if (isDone.current) return;
    // Far down in a list the row is drawn only after the list was scrolled to it
    const element = scroller.current?.querySelector<HTMLElement>(`[data-index="${row}"]`);
    element?.focus({ preventScroll: true });
    isDone.current = element !== null && element !== undefined;
  });
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
