import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { MailDialogFrame } from './mail-dialog-frame.tsx';

/** A mail of the preview, in the bytes that the run sends while nothing of it changes. */
export function PreviewMailDialog({ mailKey, onClose }: { readonly mailKey: string; readonly onClose: () => void }) {
  const query = useRead(['websiteData', 'previewMail', mailKey], () =>
    api.websiteData.previewMail.query({ key: mailKey }),
  );
  return (
    <MailDialogFrame
      mail={query}
      onClose={onClose}
      facts={(mail) => (
        <>
          <span>{t('e-commerce:mail.to', { address: mail.address })}</span>
          <span>{t('e-commerce:preview.notSentYet')}</span>
        </>
      )}
    />
  );
}
