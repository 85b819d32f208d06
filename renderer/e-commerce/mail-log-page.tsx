import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { MailListRow } from '../../shared/mails.ts';
import type { MailState } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { Chips } from '../ui/chips.tsx';
import { ColumnChoice, useHiddenColumns } from '../ui/column-choice.tsx';
import { formatInstant } from '../ui/format.ts';
import { type ListColumn, ListTable } from '../ui/list-table.tsx';
import { Page } from '../ui/page.tsx';
import { usePages } from '../ui/queries.ts';
import { useRemembered } from '../ui/remembered.tsx';
import { SearchField, useSearchText } from '../ui/search-field.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { MailDialog } from './mail-dialog.tsx';
import { MailSubject } from './mail-subject.tsx';
import { mailReasonText, shownState, subjectOf } from './website-data-words.ts';

const useStyles = makeStyles({ filters: { display: 'flex', justifyContent: 'space-between', gap: '8px' } });

const pageSize = 100;
const shownStates = ['accepted', 'waiting', 'refused', 'uncertain'] as const satisfies readonly MailState[];
type Filter = 'all' | 'came-back' | (typeof shownStates)[number];

const columns: readonly ListColumn<MailListRow>[] = [
  {
    id: 'made',
    header: t('e-commerce:columns.made'),
    width: '120px',
    cell: (mail) => formatInstant(mail.frozenAt, new Date()),
  },
  {
    id: 'customer',
    header: t('e-commerce:columns.customer'),
    width: 'minmax(112px, 1fr)',
    cell: (mail) => mail.customerName,
  },
  {
    id: 'address',
    header: t('e-commerce:columns.address'),
    width: 'minmax(136px, 1fr)',
    cell: (mail) => <span title={mail.address}>{mail.address}</span>,
  },
  {
    id: 'subject',
    header: t('e-commerce:columns.subject'),
    width: 'minmax(192px, 2fr)',
    cell: (mail) => <MailSubject mail={mail} />,
  },
  {
    id: 'orders',
    header: t('e-commerce:columns.order'),
    width: '104px',
    cell: (mail) => mail.orders.map(({ webOrderNo }) => webOrderNo).join(', '),
  },
  {
    id: 'state',
    header: t('e-commerce:columns.state'),
    width: '152px',
    cell: (mail) => <StatusWord {...shownState(mail)} />,
  },
  {
    id: 'reply',
    header: t('e-commerce:columns.reply'),
    width: 'minmax(136px, 1fr)',
    cell: (mail) => {
      const words = mail.cameBack || mailReasonText(mail.reason) || mail.reply;
      return <span title={mail.reply || words}>{words}</span>;
    },
  },
];

/** View - E-Commerce - Mail log: every order status e-mail with what became of it, searched by whom and what it was about. */
export function MailLogPage() {
  const styles = useStyles();
  const [typed, setTyped] = useRemembered('mail log search', '');
  const [filter, setFilter] = useRemembered<Filter>('mail log filter', 'all');
  const [hidden, setHidden] = useHiddenColumns('mail log');
  const [shownId, setShownId] = useState<number | null>(null);
  const search = useSearchText(typed);
  const { retry, ...mails } = usePages(['mails', 'log', search, filter], async (beforeId: number | null) => {
    const rows = await api.mails.list.query({
      search,
      limit: pageSize,
      ...(filter === 'all' ? {} : filter === 'came-back' ? { cameBack: true } : { state: filter }),
      ...(beforeId === null ? {} : { beforeId }),
    });
    return { rows, nextCursor: rows.length < pageSize ? null : (rows.at(-1)?.id ?? null) };
  });
  const chips = useMemo(
    () => [
      { id: 'all' as const, label: t('e-commerce:mailLog.all') },
      ...shownStates.map((id) => ({ id, label: t(`e-commerce:mailState.${id}`) })),
      { id: 'came-back' as const, label: t('e-commerce:mail.cameBack') },
    ],
    [],
  );
  return (
    <Page
      title={t('e-commerce:mailLog.title')}
      actions={
        <SearchField
          label={t('e-commerce:mailLog.search')}
          placeholder={t('e-commerce:mailLog.searchIn')}
          value={typed}
          onChange={setTyped}
        />
      }
      below={
        <div className={styles.filters}>
          <Chips label={t('e-commerce:mailLog.which')} chips={chips} chosen={filter} onChoose={setFilter} />
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
        </div>
      }
    >
      <ListTable
        label={t('e-commerce:mailLog.title')}
        columns={columns}
        hiddenColumns={hidden}
        rowKey={(mail) => mail.id}
        rowLabel={(mail) => `${mail.customerName}: ${subjectOf(mail)}`}
        onOpen={(mail) => setShownId(mail.id)}
        onRetry={retry}
        empty={
          search === '' && filter === 'all'
            ? { title: t('e-commerce:mailLog.empty.title'), text: t('e-commerce:mailLog.empty.text') }
            : { title: t('e-commerce:mailLog.nothingFound'), text: t('e-commerce:mailLog.foundBy') }
        }
        {...mails}
      />
      {shownId === null ? null : <MailDialog mailId={shownId} onClose={() => setShownId(null)} />}
    </Page>
  );
}
