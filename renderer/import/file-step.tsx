import { Button, Caption1, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { type ImportKind, importKinds } from '../../shared/import.ts';
import { shell } from '../ui/bridge.ts';
import { t } from '../ui/texts.ts';
import { StepActions } from './step-actions.tsx';
import type { ImportControl } from './use-import.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '16px', alignItems: 'flex-start', maxWidth: '720px' },
  choice: { display: 'flex', flexDirection: 'column' },
  about: { color: tokens.colorNeutralForeground2 },
});

/** First step: what, and from which file. */
export function FileStep({ control }: { readonly control: ImportControl }) {
  const styles = useStyles();
  const { kind, setKind, read } = control;
  const chooseFile = async () => {
    const path = await shell.chooseFileToOpen({
      title: t('import:file.dialog'),
      kinds: [
        { name: t('import:file.csv'), extensions: ['csv', 'txt', 'tsv'] },
        { name: t('import:file.all'), extensions: ['*'] },
      ],
    });
    if (path !== null) read({ path });
  };
  return (
    <div className={styles.whole}>
      <Field label={t('import:kind.label')} hint={t('import:kind.hint')}>
        <RadioGroup value={kind} onChange={(_event, { value }) => setKind(value as ImportKind)}>
          {importKinds.map((each) => (
            <Radio
              key={each}
              value={each}
              label={
                <span className={styles.choice}>
                  {t(`import:kind.${each}`)}
                  <Caption1 className={styles.about}>{t(`import:about.${each}`)}</Caption1>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Caption1 className={styles.about}>{t('import:file.hint')}</Caption1>
      <StepActions>
        <Button appearance="primary" onClick={() => void chooseFile()}>
          {t('import:file.choose')}
        </Button>
      </StepActions>
    </div>
  );
}
