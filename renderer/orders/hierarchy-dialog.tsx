import { makeStyles, Tree, TreeItem, TreeItemLayout, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { HierarchyRow } from '../../shared/sales-orders.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';
import { ReadingDialog } from '../ui/reading-dialog.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { type HierarchyNode, hierarchyTree } from './hierarchy-tree.ts';
import { statusTones } from './order-words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'baseline' },
  number: { fontVariantNumeric: 'tabular-nums' },
  here: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  alone: { margin: '8px 0 0 0', color: tokens.colorNeutralForeground2 },
});

type Props = { readonly orderId: number; readonly onClose: () => void };

/** Order Hierarchy: the order with its back orders, invoices and credit notes. Arrows move, Enter opens. */
export function HierarchyDialog({ orderId, onClose }: Props) {
  const styles = useStyles();
  const rows = useRead(['orders', 'hierarchy', orderId], () => api.orders.hierarchy.query({ orderId }));
  return (
    <ReadingDialog
      title={() => t('order-window:hierarchy.title')}
      query={rows}
      reading={t('orders:page.reading')}
      onClose={onClose}
    >
      {(found) => (
        <>
          <HierarchyTree rows={found} orderId={orderId} onClose={onClose} />
          {found.length === 1 ? <p className={styles.alone}>{t('order-window:hierarchy.alone')}</p> : null}
        </>
      )}
    </ReadingDialog>
  );
}

function HierarchyTree({ rows, orderId, onClose }: Props & { readonly rows: readonly HierarchyRow[] }) {
  const { open } = useNavigation();
  const openOrder = (id: number) => {
    onClose();
    open({ page: 'order', orderId: id });
  };
  const tree = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tree.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus();
  }, []);
  return (
    <div ref={tree}>
      <Tree aria-label={t('order-window:hierarchy.title')} openItems={rows.map(({ id }) => id)}>
        {hierarchyTree(rows).map((node) => (
          <Node key={node.row.id} node={node} orderId={orderId} onOpen={openOrder} />
        ))}
      </Tree>
    </div>
  );
}

type NodeProps = {
  readonly node: HierarchyNode;
  readonly orderId: number;
  readonly onOpen: (orderId: number) => void;
};

function Node({ node, orderId, onOpen }: NodeProps) {
  const { row, children } = node;
  const isBranch = children.length > 0;
  return (
    <TreeItem
      itemType={isBranch ? 'branch' : 'leaf'}
      value={row.id}
      aria-current={row.id === orderId ? 'true' : undefined}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(row.id);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        event.stopPropagation();
        onOpen(row.id);
      }}
    >
      <TreeItemLayout>
        <Row row={row} isHere={row.id === orderId} />
      </TreeItemLayout>
      {isBranch ? (
        <Tree>
          {children.map((child) => (
            <Node key={child.row.id} node={child} orderId={orderId} onOpen={onOpen} />
          ))}
        </Tree>
      ) : null}
    </TreeItem>
  );
}

function Row({ row, isHere }: { readonly row: HierarchyRow; readonly isHere: boolean }) {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      <span className={isHere ? styles.here : undefined}>
        {isHere ? t('orders:history.thisOne', { orderNo: row.orderNo }) : row.orderNo}
      </span>
      <StatusWord word={t(`orders:status.${row.status}`)} tone={statusTones[row.status]} />
      {row.invoiceNo === null ? null : (
        <span className={styles.number}>
          {t(
            row.status === 'credit-note' ? 'order-window:hierarchy.creditNoteNo' : 'order-window:hierarchy.invoiceNo',
            {
              invoiceNo: row.invoiceNo,
            },
          )}
        </span>
      )}
      {row.webOrderNo === '' ? null : <span className={styles.quiet}>{row.webOrderNo}</span>}
    </span>
  );
}
