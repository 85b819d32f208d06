import { Button } from '@fluentui/react-components';
import { t } from '../ui/texts.ts';
import { useUpdateWebsite } from './update-website-context.ts';

/** Update Website, at the place where something waits for it. */
export function UpdateWebsiteButton() {
  const open = useUpdateWebsite();
  return (
    <Button size="small" onClick={open}>
      {t('e-commerce:updateWebsite.open')}
    </Button>
  );
}
