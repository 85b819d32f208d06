import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ProductChoice } from '../products/product-choice.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import type { EditOrder } from './use-order-edit.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexWrap: 'wrap', gap: '12px', padding: '0 8px', alignItems: 'flex-start' },
  part: { flexGrow: 1, flexBasis: '260px', maxWidth: '420px', display: 'flex', gap: '8px' },
  field: { flexGrow: 1, minWidth: 0, '& > *': { minWidth: 0 } },
});

/** One line more: a product found by typing, or free text. */
export function AddLine({ edit, onAdded }: { readonly edit: EditOrder; readonly onAdded: () => void }) {
  const form = useFormStyles();
  const styles = useStyles();
  const [text, setText] = useState('');
  const add = useCommand((line: { readonly productId: number } | { readonly description: string }) =>
    edit({ newLines: [{ productId: null, orderedMilli: 1000, deliveryDate: null, ...line }] }),
  );
  const addText = () => {
    const description = text.trim();
    if (description === '' || add.isPending) return;
    add.mutate(
      { description },
      {
        onSuccess: () => {
          setText('');
          onAdded();
        },
      },
    );
  };
  return (
    <>
      {add.error ? <FailureMessage error={add.error} onDismiss={add.reset} /> : null}
      <div className={styles.whole}>
        <div className={styles.part}>
          <div className={styles.field}>
            <ProductChoice
              label={t('orders:lines.add')}
              onChoose={({ id }) => add.mutate({ productId: id }, { onSuccess: onAdded })}
            />
          </div>
        </div>
        <div className={styles.part}>
          <Field label={t('order-window:lines.freeText')} className={styles.field}>
            <Input
              value={text}
              onChange={(_event, { value }) => setText(value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') addText();
              }}
            />
          </Field>
          <div className={form.besideField}>
            <Button icon={<AddRegular />} disabled={text.trim() === ''} onClick={addText}>
              {t('orders:freight.add')}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}
