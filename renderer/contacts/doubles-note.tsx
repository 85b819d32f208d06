import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContactView } from '../../shared/contacts.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { t } from '../ui/texts.ts';
import { ContactChoice } from './contact-choice.tsx';
import { MergeDialog } from './merge-dialog.tsx';

type Props = { readonly contact: ContactView; readonly onMerged: (keptId: number) => void };

/** "2 contacts look like this one", with the way to compare and merge each. */
export function DoublesNote({ contact, onMerged }: Props) {
  const [otherId, setOtherId] = useState<number | null>(null);
  if (contact.doubles.length === 0) return null;
  return (
    <>
      <MessageBar intent="info">
        <MessageBarBody>{t('contacts:doubles.found', { count: contact.doubles.length })}</MessageBarBody>
        <MessageBarActions>
          {contact.doubles.map((double) => (
            <Button key={double.id} size="small" onClick={() => setOtherId(double.id)}>
              {t('contacts:doubles.compare', {
                name: double.name,
                signs: double.signs.map((sign) => t(`contacts:doubles.sign.${sign}`)).join(', '),
              })}
            </Button>
          ))}
        </MessageBarActions>
      </MessageBar>
      {otherId === null ? null : (
        <MergeDialog contactIds={[contact.id, otherId]} onClose={() => setOtherId(null)} onMerged={onMerged} />
      )}
    </>
  );
}

/** Merge with…: first the other contact is found, then both are compared. */
export function MergeWithButton({ contact, onMerged }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [other, setOther] = useState<{ readonly id: number; readonly name: string } | null>(null);
  const [isComparing, setIsComparing] = useState(false);
  const close = () => {
    setIsOpen(false);
    setIsComparing(false);
    setOther(null);
  };
  const isItself = other?.id === contact.id;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('contacts:merge.with')}</Button>
      {isOpen && !isComparing ? (
        <FormDialog
          title={t('contacts:merge.withTitle', { name: contact.name })}
          submit={t('contacts:merge.compare')}
          canSubmit={other !== null && !isItself}
          onSubmit={() => setIsComparing(true)}
          onClose={close}
          error={null}
        >
          <ContactChoice
            label={t('contacts:merge.other')}
            kind="all"
            value={other?.name ?? ''}
            problem={isItself ? t('contacts:merge.itself') : null}
            onChoose={setOther}
          />
        </FormDialog>
      ) : null}
      {isComparing && other ? (
        <MergeDialog
          contactIds={[contact.id, other.id]}
          onClose={close}
          onMerged={(keptId) => {
            close();
            onMerged(keptId);
          }}
        />
      ) : null}
    </>
  );
}
