import { Button, DialogActions, makeStyles } from '@fluentui/react-components';
import type { EnquiryRow } from '../../shared/enquiries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap' } });

type Props = {
  readonly enquiry: EnquiryRow;
  readonly isReady: boolean;
  readonly hasContact: boolean;
  readonly onReject: () => void;
  readonly onDecline: () => void;
  readonly onLater: () => void;
  readonly onNew: () => void;
};

/** Whether the account of a registration awaits approval by hand. */
export function awaitsApproval({ kind, accountStatus }: EnquiryRow): boolean {
  return kind === 'registration' && accountStatus === 'pending';
}

/**
 * The choices of the detail window: to the left those that turn down, to the right those that take in. Enter takes the
 * main one: Import where a contact was chosen, else New; both approve an account that awaits it.
 */
export function EnquiryActions({ enquiry, isReady, hasContact, ...on }: Props) {
  const styles = useStyles();
  const approves = awaitsApproval(enquiry);
  const newText = approves ? t('e-commerce:enquiry.approveNew') : t('e-commerce:enquiry.new');
  return (
    <>
      <DialogActions position="start">
        <Button className={styles.button} onClick={on.onReject}>
          {t('e-commerce:enquiry.reject')}
        </Button>
        {enquiry.kind === 'registration' ? (
          <Button className={styles.button} disabled={!isReady} onClick={on.onDecline}>
            {t('e-commerce:enquiry.decline')}
          </Button>
        ) : null}
      </DialogActions>
      <DialogActions>
        <Button className={styles.button} onClick={on.onLater}>
          {t('e-commerce:enquiry.decideLater')}
        </Button>
        {hasContact ? (
          <Button className={styles.button} disabled={!isReady} onClick={on.onNew}>
            {newText}
          </Button>
        ) : (
          <Button className={styles.button} appearance="primary" type="submit" disabled={!isReady}>
            {newText}
          </Button>
        )}
        <Button
          className={styles.button}
          appearance={hasContact ? 'primary' : 'secondary'}
          type={hasContact ? 'submit' : 'button'}
          disabled={!isReady || !hasContact}
        >
          {approves ? t('e-commerce:enquiry.approveImport') : t('e-commerce:enquiry.import')}
        </Button>
      </DialogActions>
    </>
  );
}
