import { Field, makeStyles, Select } from '@fluentui/react-components';
import { t } from '../ui/texts.ts';
import type { ImportControl } from './use-import.ts';

const useStyles = makeStyles({ field: { maxWidth: '320px' } });

type Props = {
  readonly control: ImportControl;
  /** Those that web orders can be of; none when the question does not arise. */
  readonly websites: readonly { readonly id: number; readonly name: string }[];
  readonly websiteId?: number | null;
};

/** What the file does not say of orders: which webshop they are of, whether purchases were handed to the supplier. */
export function OrderChoices({ control: { kind, mapping, setMapping }, websites, websiteId }: Props) {
  const styles = useStyles();
  if (kind === 'purchases') {
    return (
      <Field label={t('import:columns.purchasesAre')} className={styles.field}>
        <Select
          value={mapping.purchasesAre}
          onChange={(_event, { value }) => setMapping({ purchasesAre: value === 'draft' ? 'draft' : 'transferred' })}
        >
          <option value="transferred">{t('import:columns.transferred')}</option>
          <option value="draft">{t('import:columns.draft')}</option>
        </Select>
      </Field>
    );
  }
  if (websites.length === 0) return null;
  return (
    <Field label={t('import:columns.website')} className={styles.field}>
      <Select
        value={websiteId === undefined ? '' : String(websiteId ?? 'ordinary')}
        onChange={(_event, { value }) => setMapping({ websiteId: value === 'ordinary' ? null : Number(value) })}
      >
        {websiteId === undefined ? <option value="">{t('import:columns.choose')}</option> : null}
        {websites.map(({ id, name }) => (
          <option key={id} value={id}>
            {t('import:columns.websiteOf', { website: name })}
          </option>
        ))}
        <option value="ordinary">{t('import:columns.ordinary')}</option>
      </Select>
    </Field>
  );
}
