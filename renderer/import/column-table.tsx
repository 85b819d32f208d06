import { makeStyles, Select, tokens } from '@fluentui/react-components';
import {
  type DateOrder,
  type DecimalSign,
  dateOrders,
  decimalSigns,
  type FoundColumn,
  fieldsOfKind,
  type ImportField,
} from '../../shared/import.ts';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { type ColumnChoice, dateOrderOf, decimalSignOf } from './decide-reading.ts';
import { columnWord, fieldWord } from './import-words.ts';
import type { ImportControl } from './use-import.ts';

type Mapped = { readonly column: FoundColumn; readonly choice: ColumnChoice };

const useStyles = makeStyles({
  samples: {
    display: 'block',
    maxWidth: '320px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  select: { minWidth: '180px', margin: '2px 0' },
});

/** One row for each column of the file: its name, what stands in it, what it is imported as, how it is read. */
export function ColumnTable({
  control,
  mapped,
}: {
  readonly control: ImportControl;
  readonly mapped: readonly Mapped[];
}) {
  const styles = useStyles();
  const { mapping, setMapping } = control;
  const change = (index: number, part: Partial<ColumnChoice>) =>
    setMapping({ columns: mapping.columns.map((choice, at) => (at === index ? { ...choice, ...part } : choice)) });
  const columns: readonly SmallColumn<Mapped>[] = [
    { id: 'name', header: t('import:columns.inFile'), cell: ({ column }) => columnWord(column) },
    {
      id: 'samples',
      header: t('import:columns.samples'),
      width: 'wide',
      cell: ({ column }) => (
        <span className={styles.samples} title={column.samples.join('\n')}>
          {column.samples.join(' · ')}
        </span>
      ),
    },
    {
      id: 'field',
      header: t('import:columns.field'),
      cell: ({ column, choice }) => (
        <FieldChoice
          control={control}
          column={column}
          value={choice.field}
          onChange={(field) => change(column.index, { field })}
        />
      ),
    },
    {
      id: 'reading',
      header: t('import:columns.reading'),
      width: '220px',
      cell: (row) => <Reading row={row} all={mapped} onChange={(part) => change(row.column.index, part)} />,
    },
  ];
  return (
    <SmallTable
      label={t('import:steps.columns')}
      columns={columns}
      rows={mapped}
      rowKey={({ column }) => column.index}
    />
  );
}

type FieldChoiceProps = {
  readonly control: ImportControl;
  readonly column: FoundColumn;
  readonly value: ImportField | null;
  readonly onChange: (field: ImportField | null) => void;
};

function FieldChoice({ control: { kind }, column, value, onChange }: FieldChoiceProps) {
  const styles = useStyles();
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={t('import:columns.fieldOf', { column: columnWord(column) })}
      value={value ?? ''}
      onChange={(_event, chosen) => onChange(fieldsOfKind[kind].find((field) => field === chosen.value) ?? null)}
    >
      <option value="">{t('import:columns.notImported')}</option>
      {fieldsOfKind[kind].map((field) => (
        <option key={field} value={field}>
          {fieldWord(kind, field)}
        </option>
      ))}
    </Select>
  );
}

type ReadingProps = {
  readonly row: Mapped;
  readonly all: readonly Mapped[];
  readonly onChange: (part: Partial<ColumnChoice>) => void;
};

/** Shown where it matters: for dates and numbers that could be read in more than one way. */
function Reading({ row, all, onChange }: ReadingProps) {
  const styles = useStyles();
  const dateOrder = dateOrderOf(row, all);
  const decimalSign = decimalSignOf(row, all);
  const [ways, way] =
    dateOrder !== null ? [dateOrders, dateOrder] : decimalSign !== null ? [decimalSigns, decimalSign] : [[], null];
  if (way === null) return null;
  const onChoose = (value: string) => {
    const chosen: DateOrder | DecimalSign | undefined = ways.find((each) => each === value);
    if (chosen === 'day-first' || chosen === 'month-first') onChange({ dateOrder: chosen });
    if (chosen === 'comma' || chosen === 'point') onChange({ decimalSign: chosen });
  };
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={t('import:columns.readingOf', { column: columnWord(row.column) })}
      value={way === 'ask' ? '' : way}
      onChange={(_event, { value }) => onChoose(value)}
    >
      {way === 'ask' ? <option value="">{t('import:columns.choose')}</option> : null}
      {ways.map((each) => (
        <option key={each} value={each}>
          {t(`import:reading.${each}`)}
        </option>
      ))}
    </Select>
  );
}
