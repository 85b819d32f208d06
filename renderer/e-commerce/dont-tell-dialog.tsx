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
import type { NextToTell } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { langOf } from './website-data-words.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
  sentence: { margin: 0 },
  button: { whiteSpace: 'nowrap' },
});

type Props = {
  readonly orderId: number;
  readonly change: NextToTell;
  /** That of the change's sentence. */
  readonly language: string;
  readonly onClose: () => void;
};

/** Keeps one change from the customer, with a reason that stays in the order's history. */
export function DontTellDialog({ orderId, change, language, onClose }: Props) {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const keep = useCommand((why: string) =>
    api.websiteData.dontTell.mutate({ orderId, facts: [...change.facts], reason: why }),
  );

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    setIsMissing(why === '');
    if (why !== '') keep.mutate(why, { onSuccess: onClose });
  };

  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <form onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>{t('e-commerce:dontTell.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.sentence} lang={langOf(language)}>
                {change.text}
              </p>
              <Field
                label={t('e-commerce:dontTell.reason')}
                hint={t('e-commerce:dontTell.reasonHint')}
                validationState={isMissing ? 'error' : 'none'}
                validationMessage={isMissing ? t('e-commerce:dontTell.reasonMissing') : null}
              >
                <Input value={reason} onChange={(_event, { value }) => setReason(value)} autoFocus />
              </Field>
              {keep.error ? <FailureMessage error={keep.error} /> : null}
            </DialogContent>
            <DialogActions>
              <Button className={styles.button} appearance="primary" type="submit" disabled={keep.isPending}>
                {t('e-commerce:dontTell.confirm')}
              </Button>
              <Button className={styles.button} onClick={onClose}>
                {t('common:button.cancel')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
