import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { choosePlaceForCompany } from './company-files.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
  action: { whiteSpace: 'nowrap' },
});

/** Asks for a name, then for a place, and makes an empty company there. */
export function NewCompanyDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const create = useCommand((place: { path: string; name: string }) => api.companies.create.mutate(place));

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const trimmed = name.trim();
    setIsMissing(trimmed === '');
    if (trimmed === '') return;
    const path = await choosePlaceForCompany(trimmed);
    if (path === null) return;
    create.mutate({ path, name: trimmed }, { onSuccess: onClose });
  };

  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <form onSubmit={(event) => void onSubmit(event)}>
          <DialogBody>
            <DialogTitle>{t('frame:newCompany.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field
                label={t('frame:newCompany.name')}
                hint={t('frame:newCompany.nameHint')}
                validationState={isMissing ? 'error' : 'none'}
                validationMessage={isMissing ? t('frame:newCompany.nameMissing') : null}
              >
                <Input value={name} onChange={(_event, { value }) => setName(value)} autoFocus />
              </Field>
              {create.error ? <FailureMessage error={create.error} /> : null}
            </DialogContent>
            <DialogActions>
              <Button className={styles.action} appearance="primary" type="submit" disabled={create.isPending}>
                {t('frame:newCompany.choosePlace')}
              </Button>
              <Button onClick={onClose}>{t('common:button.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
