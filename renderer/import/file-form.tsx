import { Checkbox, Field, makeStyles, Select } from '@fluentui/react-components';
import {
  type ImportEncoding,
  type ImportSeparator,
  type InspectedFile,
  importEncodings,
  importSeparators,
} from '../../shared/import.ts';
import { t } from '../ui/texts.ts';
import { separatorWords } from './import-words.ts';
import type { ImportControl } from './use-import.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', gap: '12px', alignItems: 'flex-end', flexWrap: 'wrap' },
  field: { minWidth: '200px' },
});

/** How the file was read; a change reads it again. */
export function FileForm({ control, file }: { readonly control: ImportControl; readonly file: InspectedFile }) {
  const styles = useStyles();
  const { path, read } = control;
  const { encoding, separator, hasHeader } = file;
  return (
    <div className={styles.whole}>
      <Field label={t('import:columns.separator')} className={styles.field}>
        <Select
          value={separator}
          onChange={(_event, { value }) => read({ path, encoding, separator: value as ImportSeparator, hasHeader })}
        >
          {importSeparators.map((each) => (
            <option key={each} value={each}>
              {separatorWords[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('import:columns.encoding')} className={styles.field}>
        <Select
          value={encoding}
          onChange={(_event, { value }) => read({ path, encoding: value as ImportEncoding, separator, hasHeader })}
        >
          {importEncodings.map((each) => (
            <option key={each} value={each}>
              {t(`import:encoding.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={t('import:columns.hasHeader')}
        checked={hasHeader}
        onChange={(_event, { checked }) => read({ path, encoding, separator, hasHeader: checked === true })}
      />
    </div>
  );
}
