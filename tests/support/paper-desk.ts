import { contactsRouter } from '../../main/engine/contacts/contacts-router.ts';
import { invoicingRouter } from '../../main/engine/invoicing/invoicing-router.ts';
import { ordersRouter } from '../../main/engine/orders/orders-router.ts';
import { productsRouter } from '../../main/engine/products/products-router.ts';
import { settingsRouter } from '../../main/engine/settings/settings-router.ts';
import { createCallerFactory, router } from '../../main/engine/trpc.ts';
import { warehouseRouter } from '../../main/engine/warehouse/warehouse-router.ts';
import { pieces } from './builders.ts';
import { openEngineSession } from './engine-session.ts';

const createCaller = createCallerFactory(
  router({
    orders: ordersRouter,
    products: productsRouter,
    contacts: contactsRouter,
    warehouse: warehouseRouter,
    invoicing: invoicingRouter,
    settings: settingsRouter,
  }),
);

/** A company with goods and the API that windows use, in a folder of its own. */
export async function openPaperDesk() {
  const { session, folder, close } = await openEngineSession('Fjell & Fjord AS');
  const engine = createCaller({ session });
  const { contactId } = await engine.contacts.create({ name: 'Kari Nordmann' });
  const product = async (productNo: string) => {
    const { productId } = await engine.products.create({
      productNo,
      name: `Product ${productNo}`,
      unitPriceMinor: 1000,
    });
    await engine.warehouse.countStock({ productId, warehouseId: 1, countedMilli: pieces(100) });
    return productId;
  };
  /** An order of so many pieces of each product; answers its id. */
  const order = async (quantities: Readonly<Record<number, number>>, status?: 'quotation') => {
    const lines = Object.entries(quantities).map(([id, count]) => ({
      productId: Number(id),
      orderedMilli: pieces(count),
    }));
    return (await engine.orders.create({ contactId, lines, ...(status === undefined ? {} : { status }) })).orderId;
  };
  const at = async (orderId: number) => ({ orderId, orderVersion: (await engine.orders.get({ orderId })).version });
  /** The API as a window has it in which somebody chose this folder. */
  const engineWith = (chosen: string) => createCaller({ session, chosenPaths: [{ path: chosen, use: 'folder' }] });
  return { engine, engineWith, session, folder, contactId, product, order, at, close };
}

export type PaperDesk = Awaited<ReturnType<typeof openPaperDesk>>;
