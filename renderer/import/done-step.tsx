import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ImportKind, ImportReport } from '../../shared/import.ts';
import { useNavigation } from '../frame/place-context.tsx';
import type { Place } from '../frame/places.ts';
import { formatCount } from '../ui/format.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { ImportControl } from './use-import.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

const whereToFind: Readonly<Record<ImportKind, { readonly place: Place; readonly label: string }>> = {
  products: { place: { page: 'products' }, label: t('import:done.showProducts') },
  contacts: { place: { page: 'contacts' }, label: t('import:done.showContacts') },
  stock: { place: { page: 'stock-taking' }, label: t('import:done.showStock') },
  purchases: { place: { page: 'purchases' }, label: t('import:done.showPurchases') },
  orders: { place: { page: 'orders' }, label: t('import:done.showOrders') },
};

type Props = { readonly control: ImportControl; readonly report: ImportReport; readonly onDone: () => void };

/** Last step: what was imported, and where it is. */
export function DoneStep({ control: { kind, again }, report: { counts, newContacts }, onDone }: Props) {
  const styles = useStyles();
  const { open } = useNavigation();
  const { place, label } = whereToFind[kind];
  return (
    <div className={styles.whole} role="status">
      <SectionTitle>{t(`import:done.${kind}`, { count: counts.new + counts.changed })}</SectionTitle>
      <p className={styles.text}>
        {t('import:done.made', {
          made: formatCount(counts.new),
          changed: formatCount(counts.changed),
          unchanged: formatCount(counts.unchanged),
          faulty: formatCount(counts.faulty),
        })}
      </p>
      {newContacts > 0 ? <p className={styles.text}>{t('import:done.newContacts', { count: newContacts })}</p> : null}
      {kind === 'orders' ? <p className={styles.text}>{t('import:done.silent')}</p> : null}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onDone}>
          {t('import:done.finish')}
        </Button>
        <Button onClick={() => open(place)}>{label}</Button>
        <Button onClick={again}>{t('import:done.another')}</Button>
      </div>
    </div>
  );
}
