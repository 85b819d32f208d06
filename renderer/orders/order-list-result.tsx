import { Button, Link, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useNavigation } from '../frame/place-context.tsx';
import { errorTextFor } from '../ui/error-texts.ts';
import { t } from '../ui/texts.ts';
import type { LeftOut, WorkResult } from './order-list-work.ts';

type Props = {
  readonly result: WorkResult;
  readonly onPrintInvoices: (orderIds: readonly number[]) => void;
  readonly onDismiss: () => void;
};

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  body: { minWidth: 0, whiteSpace: 'normal' },
  list: { margin: '4px 0 0', paddingLeft: '20px', maxHeight: '136px', overflowY: 'auto' },
});

/** What was done to a selection: how many, and each order that was left out with its reason and the way to it. */
export function OrderListResult({ result, onPrintInvoices, onDismiss }: Props) {
  const styles = useStyles();
  const { leftOut, notBegun, invoiced } = result;
  const isWhole = leftOut.length === 0 && notBegun === 0;
  const lines = [
    ...result.lines,
    ...(notBegun > 0 ? [t('order-list:result.notBegun', { count: notBegun })] : []),
    ...(leftOut.length > 0 ? [t('order-list:result.leftOut', { count: leftOut.length })] : []),
  ];
  return (
    <section aria-label={t('order-list:result.label')}>
      <MessageBar
        intent={isWhole ? 'success' : 'warning'}
        layout={isWhole ? 'auto' : 'multiline'}
        className={styles.bar}
      >
        <MessageBarBody className={styles.body}>
          <div role="status">{lines.join(' ')}</div>
          {leftOut.length > 0 ? (
            <ul className={styles.list}>
              {leftOut.map((each) => (
                <LeftOutOrder key={each.orderId} {...each} />
              ))}
            </ul>
          ) : null}
        </MessageBarBody>
        <MessageBarActions>
          {invoiced.length > 0 ? (
            <Button size="small" onClick={() => onPrintInvoices(invoiced)}>
              {t('order-list:result.printInvoices')}
            </Button>
          ) : null}
          <Button size="small" appearance="subtle" onClick={onDismiss}>
            {t('common:button.dismiss')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </section>
  );
}

function LeftOutOrder({ orderId, orderNo, customerName, code, details }: LeftOut) {
  const { open } = useNavigation();
  const { what, next } = errorTextFor(code, details);
  const name =
    orderNo === null
      ? t('order-list:result.unknownOrder')
      : t('order-list:result.openOrder', { orderNo, customer: customerName });
  return (
    <li>
      {orderNo === null ? (
        name
      ) : (
        <Link as="button" inline onClick={() => open({ page: 'order', orderId })}>
          {name}
        </Link>
      )}
      {`: ${what} ${next}`}
    </li>
  );
}
