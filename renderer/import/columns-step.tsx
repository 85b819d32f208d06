import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { InspectedFile, PreviewImportInput } from '../../shared/import.ts';
import { api } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { ColumnTable } from './column-table.tsx';
import { dateOrderOf, decimalSignOf, type MappedChoice, type MappingProblem, problemsOf } from './decide-reading.ts';
import { FileForm } from './file-form.tsx';
import { columnWord, fieldWord } from './import-words.ts';
import { OrderChoices } from './order-choices.tsx';
import { StepActions } from './step-actions.tsx';
import type { ImportControl } from './use-import.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '16px' },
  head: { display: 'flex', gap: '12px', alignItems: 'baseline', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: { overflowX: 'auto' },
  list: { margin: '4px 0 0 0', paddingInlineStart: '20px' },
});

type Props = { readonly control: ImportControl; readonly file: InspectedFile };

/** Second step: what each column is. */
export function ColumnsStep({ control, file }: Props) {
  const styles = useStyles();
  const [isAsked, setIsAsked] = useState(false);
  const { kind, mapping, check, back } = control;
  const websites = useRead(['settings', 'websites'], () => api.settings.websites.query());
  const mapped = file.columns.flatMap((column, index) => {
    const choice = mapping.columns[index];
    return choice === undefined ? [] : [{ column, choice }];
  });
  const asksWebsite = kind === 'orders' && mapped.some(({ choice }) => choice.field === 'webOrderNo');
  const only = websites.data?.length === 1 ? websites.data[0]?.id : undefined;
  const websiteId = mapping.websiteId === undefined ? only : mapping.websiteId;
  const isWebsiteOpen = asksWebsite && websiteId === undefined && (websites.data?.length ?? 0) > 0;
  const problems = [
    ...problemsOf(kind, mapped).map((problem) => problemWord(kind, problem)),
    ...(isWebsiteOpen ? [t('import:problem.website')] : []),
  ];
  const onCheck = () => {
    setIsAsked(true);
    if (problems.length > 0) return;
    check({
      columns: columnsOf(mapped),
      websiteId: asksWebsite ? (websiteId ?? null) : null,
      purchasesAre: mapping.purchasesAre,
    });
  };
  return (
    <div className={styles.whole}>
      <div className={styles.head}>
        <SectionTitle>{t('import:columns.title', { fileName: file.fileName })}</SectionTitle>
        <span className={styles.quiet}>{t('import:columns.rows', { count: file.rowCount })}</span>
      </div>
      <FileForm control={control} file={file} />
      {file.rowCount === 0 ? (
        <EmptyState title={t('import:columns.empty')} text={t('import:columns.emptyText')} />
      ) : (
        <>
          <div className={styles.table}>
            <ColumnTable control={control} mapped={mapped} />
          </div>
          <OrderChoices
            control={control}
            websites={asksWebsite ? (websites.data ?? []) : []}
            {...(websiteId === undefined ? {} : { websiteId })}
          />
          <Caption1 className={styles.quiet}>{t('import:columns.hint')}</Caption1>
        </>
      )}
      <StepActions message={isAsked && problems.length > 0 ? <Problems problems={problems} /> : null}>
        {file.rowCount === 0 ? null : (
          <Button appearance="primary" onClick={onCheck}>
            {t('import:columns.check')}
          </Button>
        )}
        <Button onClick={back}>{t('import:back')}</Button>
      </StepActions>
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('import:problem.title')}</MessageBarTitle>
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** The columns that are imported, as they are read. */
function columnsOf(mapped: readonly MappedChoice[]): PreviewImportInput['columns'] {
  return mapped.flatMap((each) => {
    const { field } = each.choice;
    const dateOrder = dateOrderOf(each, mapped);
    const decimalSign = decimalSignOf(each, mapped);
    if (field === null) return [];
    return [
      {
        index: each.column.index,
        field,
        ...(dateOrder === null || dateOrder === 'ask' ? {} : { dateOrder }),
        ...(decimalSign === null || decimalSign === 'ask' ? {} : { decimalSign }),
      },
    ];
  });
}

function problemWord(kind: ImportControl['kind'], problem: MappingProblem): string {
  switch (problem.kind) {
    case 'column':
      return t('import:problem.column', {
        fields: alternatives(problem.fields.map((field) => fieldWord(kind, field))),
      });
    case 'twice':
      return t('import:problem.twice', { field: fieldWord(kind, problem.field) });
    default:
      return t(`import:problem.${problem.kind}`, { column: columnWord(problem.column) });
  }
}

function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const first = words.slice(0, -1).join(', ');
  return first === '' ? last : t('import:problem.or', { first, last });
}
