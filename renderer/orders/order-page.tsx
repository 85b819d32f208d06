import { Badge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { GlobeRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { TypedOrderEdit } from '../../shared/order-window.ts';
import type { OrderView } from '../../shared/sales-orders.ts';
import { CustomerStrip } from '../e-commerce/customer-strip.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatDate } from '../ui/format.ts';
import { narrowWindow } from '../ui/narrow.ts';
import { Page } from '../ui/page.tsx';
import { useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { FreightTab } from './freight-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { MiscellaneousTab } from './miscellaneous-tab.tsx';
import { OrderActions } from './order-actions.tsx';
import { statusTones } from './order-words.ts';
import { ProductLinesTab } from './product-lines-tab.tsx';
import { TextTab } from './text-tab.tsx';
import { TypedEditProvider } from './typed-edit.ts';
import { type EditOrder, useOrderEdit } from './use-order-edit.ts';

const tabs = ['lines', 'freight', 'text', 'miscellaneous', 'history'] as const;
type TabName = (typeof tabs)[number];

const useStyles = makeStyles({
  columns: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    [narrowWindow]: { flexDirection: 'column', overflowY: 'auto' },
  },
  order: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    [narrowWindow]: { flexShrink: 0 },
  },
  tabs: { padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  content: { flexGrow: 1, minHeight: 0, overflow: 'auto' },
  subtitle: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  wait: { padding: '48px' },
});

/** The order window: header, tabs, and at the right what the customer knows. */
export function OrderPage({ orderId }: { readonly orderId: number }) {
  const styles = useStyles();
  const { back } = useNavigation();
  const query = useRead(['orders', 'get', orderId], () => api.orders.get.query({ orderId }));
  const order = query.data?.id === orderId ? query.data : undefined;
  const edit = useOrderEdit(order);
  const [typed, setTyped] = useState<TypedOrderEdit | null>(null);
  if (query.error && !order) {
    return (
      <Page title={t('orders:page.title')} onBack={back}>
        <FailureState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!order) {
    return (
      <Page title={t('orders:page.title')} onBack={back}>
        <Waiting className={styles.wait} label={t('orders:page.reading')} />
      </Page>
    );
  }
  return (
    <Page
      title={titleOf(order)}
      onBack={back}
      subtitle={<Subtitle order={order} />}
      below={<OrderActions order={order} />}
    >
      <div className={styles.columns}>
        <TypedEditProvider value={setTyped}>
          <OrderTabs key={order.id} order={order} edit={edit} />
        </TypedEditProvider>
        {order.isWebOrder ? <CustomerStrip key={order.id} order={order} typed={typed} /> : null}
      </div>
    </Page>
  );
}

function titleOf({ status, orderNo }: OrderView): string {
  const kind = status === 'credit-note' || status === 'quotation' ? status : 'order';
  return t(`orders:page.titleOf.${kind}`, { orderNo });
}

function Subtitle({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  return (
    <div className={styles.subtitle}>
      <StatusWord word={t(`orders:status.${order.status}`)} tone={statusTones[order.status]} />
      <span>{order.customerName}</span>
      {order.isWebOrder ? (
        <Badge appearance="outline" color="informative" icon={<GlobeRegular />}>
          {order.webOrderNo}
        </Badge>
      ) : null}
      {order.externalNo === '' ? null : <span>{t('orders:page.externalNo', { externalNo: order.externalNo })}</span>}
      <span>{t('orders:page.ordered', { date: formatDate(order.orderDate) })}</span>
      {order.deliveryDate ? <span>{t('orders:page.delivery', { date: formatDate(order.deliveryDate) })}</span> : null}
    </div>
  );
}

function OrderTabs({ order, edit }: { readonly order: OrderView; readonly edit: EditOrder }) {
  const styles = useStyles();
  const [tab, setTab] = useState<TabName>('lines');
  return (
    <div className={styles.order}>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => {
          setTab(tabs.find((name) => name === value) ?? 'lines');
        }}
      >
        {tabs.map((name) => (
          <Tab key={name} value={name}>
            {t(`orders:tab.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div key={tab} className={styles.content} role="tabpanel" aria-label={t(`orders:tab.${tab}`)}>
        {tab === 'lines' ? <ProductLinesTab order={order} edit={edit} /> : null}
        {tab === 'freight' ? <FreightTab order={order} edit={edit} /> : null}
        {tab === 'text' ? <TextTab order={order} edit={edit} /> : null}
        {tab === 'miscellaneous' ? <MiscellaneousTab order={order} edit={edit} /> : null}
        {tab === 'history' ? <HistoryTab order={order} /> : null}
      </div>
    </div>
  );
}
