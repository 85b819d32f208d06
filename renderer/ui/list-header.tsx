import { Checkbox, mergeClasses, TableCell, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import { useListStyles } from './list-styles.ts';
import type { ListColumn, ListSort } from './list-table.tsx';
import { t } from './texts.ts';

type Props<Row> = {
  readonly columns: readonly ListColumn<Row>[];
  readonly tracks: CSSProperties;
  readonly sort: ListSort | undefined;
  readonly onSort: ((sort: ListSort) => void) | undefined;
  /** Whether all, some (`mixed`) or no rows are chosen; undefined where rows cannot be chosen. */
  readonly checked: boolean | 'mixed' | undefined;
  readonly onCheckAll: (isOn: boolean) => void;
};

/** The row of column names: a click sorts by one that can be sorted by, another click turns the direction round. */
export function ListHeader<Row>({ columns, tracks, sort, onSort, checked, onCheckAll }: Props<Row>) {
  const styles = useListStyles();
  return (
    <TableRow className={styles.row} style={tracks} aria-rowindex={1}>
      {checked === undefined ? null : (
        <TableCell role="columnheader" className={styles.check}>
          <Checkbox
            className={styles.box}
            aria-label={t('common:selection.all')}
            checked={checked}
            onChange={(_event, { checked: isOn }) => onCheckAll(isOn === true)}
          />
        </TableCell>
      )}
      {columns.map((column) => (
        <TableHeaderCell
          key={column.id}
          className={mergeClasses(styles.cell, column.align && styles.end)}
          {...(column.isSortable && onSort ? sortingOf(column.id, sort, onSort, styles.sortable) : {})}
        >
          <span className={styles.headerText}>{column.header}</span>
        </TableHeaderCell>
      ))}
    </TableRow>
  );
}

function sortingOf(column: string, sort: ListSort | undefined, onSort: (sort: ListSort) => void, className: string) {
  const present = sort?.column === column ? sort.direction : undefined;
  const direction = present === 'ascending' ? 'descending' : 'ascending';
  return {
    sortable: true,
    ...(present ? { sortDirection: present } : {}),
    button: { className, onClick: () => onSort({ column, direction }) },
  } as const;
}
