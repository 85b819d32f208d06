import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { PdfCopy } from '../../shared/papers.ts';
import type { OrderView } from '../../shared/sales-orders.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { useOpenInNewWindow } from '../frame/use-open-in-new-window.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useNotices } from '../ui/notices.tsx';
import { usePageCommand } from '../ui/page-commands.ts';
import { PrintButton } from '../ui/print-button.tsx';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { type PrintHow, usePrinting } from '../ui/use-printing.ts';
import { useDeliveryNote, usePickingList } from '../warehouse/use-paper.ts';
import { CreditDialog } from './credit-dialog.tsx';
import { HierarchyDialog } from './hierarchy-dialog.tsx';
import { cancelQuestion, invoiceQuestion, lostSaleQuestion } from './order-questions.ts';
import { hierarchyKey, useHierarchyKey } from './order-shortcuts.ts';

const useStyles = makeStyles({ buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' } });

/** What can be done to the order as a whole. */
export function OrderActions({ order }: { readonly order: OrderView }) {
  const styles = useStyles();
  const { open } = useNavigation();
  const openInNewWindow = useOpenInNewWindow();
  const [isCrediting, setIsCrediting] = useState(false);
  const [isHierarchyOpen, setIsHierarchyOpen] = useState(false);
  useHierarchyKey(useCallback(() => setIsHierarchyOpen(true), []));
  const note = useDeliveryNote(order.id);
  const list = usePickingList(order.id, order.orderNo);
  const { invoice, invoicePdf, cancel, storePdf } = useOrderCommands(order);
  const duplicate = useDuplicate(order);
  const commands = [note, list, invoice, invoicePdf, cancel, storePdf, duplicate];
  const failed = commands.find((command) => command.error);
  const { work } = order;
  usePageCommand('print', printOf(order, { invoicePdf, note, list }));
  return (
    <>
      <div className={styles.buttons}>
        {work.printDeliveryNote ? (
          <PrintButton
            label={t('orders:action.printDeliveryNote')}
            isDisabled={note.isPending}
            onPrint={(how) => note.mutate(how)}
          />
        ) : null}
        {work.deliver ? (
          <PrintButton
            label={t('orders:action.printPickingList')}
            isDisabled={list.isPending}
            onPrint={(how) => list.mutate(how)}
          />
        ) : null}
        {work.invoice ? (
          <Button appearance="primary" disabled={invoice.isPending} onClick={() => invoice.mutate()}>
            {t('orders:action.invoice')}
          </Button>
        ) : null}
        {work.credit ? <Button onClick={() => setIsCrediting(true)}>{t('orders:action.credit')}</Button> : null}
        {work.cancel ? (
          <Button disabled={cancel.isPending} onClick={() => cancel.mutate('cancelled')}>
            {t('orders:action.cancel')}
          </Button>
        ) : null}
        <Menu positioning={{ position: 'below', align: 'start', autoSize: 'height' }}>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t('orders:action.more')} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem secondaryContent={hierarchyKey} onClick={() => setIsHierarchyOpen(true)}>
                {t('order-window:hierarchy.title')}
              </MenuItem>
              <MenuItem disabled={order.status === 'credit-note'} onClick={() => duplicate.mutate()}>
                {t('order-window:action.duplicate')}
              </MenuItem>
              <MenuItem disabled={!work.deliver} onClick={() => open({ page: 'deliver', orderId: order.id })}>
                {t('orders:action.deliver')}
              </MenuItem>
              <MenuItem disabled={order.invoiceNo === null} onClick={() => invoicePdf.mutate('printer')}>
                {t('orders:action.printInvoice')}
              </MenuItem>
              <MenuItem disabled={order.invoiceNo === null} onClick={() => invoicePdf.mutate('pdf')}>
                {t('orders:action.saveInvoice')}
              </MenuItem>
              <MenuItem disabled={order.invoiceNo === null} onClick={() => storePdf.mutate()}>
                {t('orders:action.storeInvoice')}
              </MenuItem>
              <MenuItem disabled={!work.cancel} onClick={() => cancel.mutate('lost-sale')}>
                {t('orders:action.lostSale')}
              </MenuItem>
              <MenuItem onClick={() => openInNewWindow({ page: 'order', orderId: order.id })}>
                {t('common:openInNewWindow')}
              </MenuItem>
              <MenuItem onClick={() => open({ page: 'contact', contactId: order.contactId })}>
                {t('orders:action.showCustomer')}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {failed ? <FailureMessage error={failed.error} onDismiss={failed.reset} /> : null}
      {isHierarchyOpen ? <HierarchyDialog orderId={order.id} onClose={() => setIsHierarchyOpen(false)} /> : null}
      {isCrediting ? <CreditDialog order={order} onClose={() => setIsCrediting(false)} /> : null}
    </>
  );
}

type Paper = { readonly mutate: (how: PrintHow) => void };

/** The main paper of an order: its invoice, else its delivery note, else its picking list. */
function printOf(
  { invoiceNo, work }: OrderView,
  papers: { readonly invoicePdf: Paper; readonly note: Paper; readonly list: Paper },
): (() => void) | null {
  if (invoiceNo !== null) return () => papers.invoicePdf.mutate('printer');
  if (work.printDeliveryNote) return () => papers.note.mutate('printer');
  return work.deliver ? () => papers.list.mutate('printer') : null;
}

/** The order with what was just typed: a field that is left by the click on a button is stored on the way to it. */
function readNow(orderId: number): Promise<OrderView> {
  return api.orders.get.query({ orderId });
}

function refOf(order: OrderView) {
  return { orderId: order.id, orderVersion: order.version };
}

/** Duplicate: a new order of the same customer with the same lines, which opens. */
function useDuplicate(order: OrderView) {
  const { open } = useNavigation();
  const { notify } = useNotices();
  return useCommand(async () => {
    const { orderId } = await api.orders.duplicate.mutate({ orderId: order.id });
    notify(t(order.isWebOrder ? 'order-window:action.duplicatedWebOrder' : 'order-window:action.duplicated'));
    open({ page: 'order', orderId });
  });
}

function useOrderCommands(order: OrderView) {
  const ask = useQuestion();
  const print = usePrinting();
  const { notify, notifyFailure } = useNotices();
  const tellCopy = (copy: PdfCopy) => {
    if (copy.kind === 'stored') notify(t('orders:action.copyStored', { path: copy.path }));
    if (copy.kind === 'failed') notifyFailure(t(`orders:action.copyNotStored.${copy.why}`));
  };

  const invoice = useCommand(async () => {
    const now = await readNow(order.id);
    if (!(await ask(invoiceQuestion(now)))) return;
    const { invoiceNo, backOrderNo, pdfCopy } = await api.invoicing.invoice.mutate(refOf(now));
    notify(
      backOrderNo === null
        ? t('orders:action.invoiced', { invoiceNo })
        : t('orders:action.invoicedWithBackOrder', { invoiceNo, backOrderNo }),
    );
    if (pdfCopy.kind === 'failed') tellCopy(pdfCopy);
  });
  const invoicePdf = useCommand(async (how: PrintHow) => {
    const document = await api.invoicing.pdf.query({ orderId: order.id });
    const done = await print(t('orders:action.invoicePaper', { invoiceNo: order.invoiceNo ?? '' }), document, how);
    if (done !== null) await api.invoicing.confirmPrinted.mutate({ orderIds: [order.id], how: done });
  });
  const cancel = useCommand(async (as: 'cancelled' | 'lost-sale') => {
    const now = await readNow(order.id);
    const question = as === 'cancelled' ? cancelQuestion(now) : lostSaleQuestion(now);
    if (await ask(question)) await api.orders.cancel.mutate({ ...refOf(now), as });
  });
  const storePdf = useCommand(async () => tellCopy(await api.invoicing.storePdf.mutate({ orderId: order.id })));
  return { invoice, invoicePdf, cancel, storePdf };
}
