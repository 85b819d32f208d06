import { useNavigation } from '../frame/place-context.tsx';
import { orderColumns } from '../orders/order-columns.tsx';
import { api } from '../ui/api.ts';
import { ListTable } from '../ui/list-table.tsx';
import { usePages } from '../ui/queries.ts';

/** The orders of a contact. */
export function ContactOrders({ contactId }: { readonly contactId: number }) {
  const { open } = useNavigation();
  const orders = usePages(['orders', 'list', 'contact', contactId], (cursor: number | null) =>
    api.orders.list.query({ contactId, cursor }),
  );
  return (
    <ListTable
      label="Orders of the contact"
      columns={orderColumns}
      hiddenColumns={['customer', 'shippingNos']}
      rowKey={(row) => row.id}
      rowLabel={(row) => `Order ${row.orderNo}`}
      onOpen={(row) => open({ page: 'order', orderId: row.id })}
      onRetry={orders.retry}
      empty={{ title: 'No orders yet', text: 'Orders of this contact appear here.' }}
      {...orders}
    />
  );
}
