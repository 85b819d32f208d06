import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { AddressMove, MergePreview } from '../../shared/contacts.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  list: { margin: '4px 0 0 0', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** What moves, which account goes, and where the mails of open webshop orders will go. */
export function MergeEffects({ preview }: { readonly preview: MergePreview }) {
  const styles = useStyles();
  const { kept, other, moving, clashes, addressMoves } = preview;
  return (
    <>
      <p className={styles.quiet}>{t('contacts:merge.moves', { name: kept.name, ...moving })}</p>
      {clashes.map((clash) => (
        <MessageBar key={clash.websiteName} intent="warning" layout="multiline">
          <MessageBarBody>{t('contacts:merge.twoAccounts', clash)}</MessageBarBody>
        </MessageBar>
      ))}
      {kept.customerOptedOut || other.customerOptedOut ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('contacts:merge.ownNo')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {addressMoves.length === 0 ? (
        <p className={styles.quiet}>{t('contacts:merge.sameAddresses')}</p>
      ) : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('contacts:merge.otherAddresses')}
            <ul className={styles.list}>
              {addressMoves.map((move) => (
                <li key={`${move.from} ${move.to}`}>{wordsOf(move)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

const mostOrders = 5;

function wordsOf({ from, to, webOrderNos }: AddressMove): string {
  const nowhere = t('contacts:merge.noAddress');
  const named = webOrderNos.slice(0, mostOrders).join(', ');
  const more = webOrderNos.length - mostOrders;
  return t('contacts:merge.addressMove', {
    orders: more > 0 ? t('contacts:merge.ordersAndMore', { orders: named, count: more }) : named,
    from: from ?? nowhere,
    to: to ?? nowhere,
  });
}
