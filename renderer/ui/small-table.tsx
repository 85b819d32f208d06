import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from './texts.ts';

export type SmallColumn<Row> = {
  readonly id: string;
  readonly header: string;
  readonly width?: string;
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
};

const useStyles = makeStyles({
  table: { tableLayout: 'auto' },
  cell: { height: '32px', padding: '1px 6px', whiteSpace: 'nowrap' },
  wide: { whiteSpace: 'normal', width: '100%', minWidth: '120px' },
  header: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    height: '28px',
    '& > *': { minHeight: 0 },
  },
  end: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', '& > *': { justifyContent: 'flex-end' } },
  /** A header wider than its column goes on below. */
  wrapped: { whiteSpace: 'normal', lineHeight: tokens.lineHeightBase100, '& > *': { lineHeight: 'inherit' } },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  /** Whatever stands below in one cell, the fields of a row stand on one line. */
  top: { verticalAlign: 'top', lineHeight: '28px', padding: '3px 6px' },
  quiet: { color: tokens.colorNeutralForeground4, textDecorationLine: 'line-through' },
});

type Props<Row> = {
  readonly label: string;
  readonly columns: readonly SmallColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly rowLabel?: (row: Row) => string;
  readonly isQuiet?: (row: Row) => boolean;
  /** For rows with something small below one of their fields. */
  readonly isTopAligned?: boolean;
};

/** A table of a few rows, drawn whole: lines of an order, mails of a report. A column of width `wide` takes what is left. */
export function SmallTable<Row>({ label, columns, rows, rowKey, rowLabel, isQuiet, isTopAligned }: Props<Row>) {
  const styles = useStyles();
  const classFor = (column: SmallColumn<Row>) =>
    mergeClasses(styles.cell, column.align && styles.end, column.width === 'wide' && styles.wide);
  const widthOf = (column: SmallColumn<Row>) =>
    column.width === undefined || column.width === 'wide' ? {} : { width: column.width, minWidth: column.width };
  return (
    <Table aria-label={label} size="small" className={styles.table}>
      <TableHeader>
        <TableRow>
          {columns.map((column) => (
            <TableHeaderCell
              key={column.id}
              className={mergeClasses(
                classFor(column),
                styles.header,
                column.width !== undefined && column.width !== 'wide' && styles.wrapped,
              )}
              style={widthOf(column)}
            >
              {column.header === '' ? <span className={styles.unseen}>{t('common:list.actions')}</span> : column.header}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={rowKey(row)} aria-label={rowLabel?.(row)}>
            {columns.map((column) => (
              <TableCell
                key={column.id}
                className={mergeClasses(classFor(column), isTopAligned && styles.top, isQuiet?.(row) && styles.quiet)}
              >
                {column.cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
