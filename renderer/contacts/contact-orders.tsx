import { useNavigation } from '../frame/place-context.tsx';
import { orderColumnDefaults, orderColumns } from '../orders/order-columns.tsx';
import { api } from '../ui/api.ts';
import { ListTable } from '../ui/list-table.tsx';
import { usePages } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const columns = orderColumns([]);
const hidden = [...orderColumnDefaults.hidden.filter((id) => id !== 'orderDate'), 'customer'];

/** The orders of a contact. */
export function ContactOrders({ contactId }: { readonly contactId: number }) {
  const { open } = useNavigation();
  const orders = usePages(['orders', 'list', 'contact', contactId], (cursor: string | null) =>
    api.orders.list.query({ contactId, cursor }),
  );
  return (
    <ListTable
      label={t('contacts:orders.label')}
      columns={columns}
      hiddenColumns={hidden}
      rowKey={(row) => row.id}
      rowLabel={(row) => t('contacts:orders.row', { orderNo: row.orderNo })}
      onOpen={(row) => open({ page: 'order', orderId: row.id })}
      onRetry={orders.retry}
      empty={{ title: t('contacts:orders.emptyTitle'), text: t('contacts:orders.emptyText') }}
      {...orders}
    />
  );
}
