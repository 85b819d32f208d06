import { makeStyles, tokens } from '@fluentui/react-components';
import type { LogRow, OrderView } from '../../shared/sales-orders.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { OrderMails } from './order-mails.tsx';
import { type LineNames, wordLogRow } from './order-words.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 8px' },
  title: { padding: '0 8px' },
  none: { color: tokens.colorNeutralForeground2, margin: 0, padding: '0 8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const logColumns = (names: LineNames, currency: string): readonly SmallColumn<LogRow>[] => [
  { id: 'at', header: t('orders:history.when'), cell: (row) => formatInstant(row.at, new Date()) },
  { id: 'who', header: t('orders:history.who'), cell: (row) => row.who },
  {
    id: 'what',
    header: t('orders:history.what'),
    width: 'wide',
    cell: (row) => <LogText row={row} names={names} currency={currency} />,
  },
];

type LogTextProps = { readonly row: LogRow; readonly names: LineNames; readonly currency: string };

function LogText({ row, names, currency }: LogTextProps) {
  const styles = useStyles();
  const { what, changes } = wordLogRow(row, names, currency);
  if (changes.length === 0) return what;
  return (
    <>
      {what}: <span className={styles.quiet}>{changes.join('; ')}</span>
    </>
  );
}

/** History: the mails about it, its delivery notes, and who did what when. */
export function HistoryTab({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const log = useRead(['orders', 'log', order.id], () => api.orders.log.query({ orderId: order.id }));
  return (
    <div className={styles.whole}>
      {order.isWebOrder ? <OrderMails orderId={order.id} /> : null}
      {order.deliveryNotes.length > 0 ? <DeliveryNotes order={order} /> : null}
      <SectionTitle className={styles.title}>{t('orders:history.log')}</SectionTitle>
      {log.error && !log.data ? (
        <FailureState error={log.error} onRetry={() => void log.refetch()} />
      ) : log.data?.length === 0 ? (
        <p className={styles.none}>{t('orders:history.nothingYet')}</p>
      ) : (
        <SmallTable
          label={t('orders:history.log')}
          columns={logColumns(new Map(order.lines.map((line) => [line.id, line.description])), order.currency)}
          rows={log.data ?? []}
          rowKey={(row) => row.id}
        />
      )}
    </div>
  );
}

function DeliveryNotes({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  return (
    <>
      <SectionTitle className={styles.title}>{t('orders:history.notes')}</SectionTitle>
      <SmallTable
        label={t('orders:history.notes')}
        rows={order.deliveryNotes}
        rowKey={(note) => note.id}
        columns={[
          { id: 'noteNo', header: t('orders:history.noteNo'), cell: (note) => note.noteNo },
          {
            id: 'createdAt',
            header: t('orders:history.printed'),
            cell: (note) => formatInstant(note.createdAt, new Date()),
          },
          { id: 'printedBy', header: t('orders:history.printedBy'), width: 'wide', cell: (note) => note.printedBy },
          { id: 'copies', header: t('orders:history.copies'), align: 'end', cell: (note) => note.copies },
        ]}
      />
    </>
  );
}
