import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { t } from '../ui/texts.ts';
import { UpdateWebsiteDialog } from './update-website-dialog.tsx';

type Props = { readonly size?: 'small' | 'medium'; readonly onDone?: () => void };

/** Update Website, at the place where something waits for it. */
export function UpdateWebsiteButton({ size = 'medium', onDone }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size={size} onClick={() => setIsOpen(true)}>
        {t('e-commerce:updateWebsite.open')}
      </Button>
      {isOpen ? <UpdateWebsiteDialog onClose={() => setIsOpen(false)} {...(onDone ? { onDone } : {})} /> : null}
    </>
  );
}
