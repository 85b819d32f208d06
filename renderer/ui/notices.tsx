import { Link, Toast, Toaster, ToastTitle, ToastTrigger, useId, useToastController } from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { t } from './texts.ts';

type Notices = {
  readonly notify: (text: string) => void;
  /** Something failed after the person had gone on: stays until it is dismissed. */
  readonly notifyFailure: (text: string) => void;
};

const NoticeContext = createContext<Notices | null>(null);

// Nothing in it can be pressed, and a toast lets go of the focus by Esc alone: Tab passes it by. It is read out all the same.
const unreachable = { tabIndex: -1 };

/** Shows one short line when something happened whose effect does not show where the person looks. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const toasterId = useId('notices');
  const { dispatchToast } = useToastController(toasterId);
  const notices = useMemo<Notices>(
    () => ({
      notify: (text) =>
        dispatchToast(
          <Toast>
            <ToastTitle>{text}</ToastTitle>
          </Toast>,
          { intent: 'success', timeout: 4000, root: unreachable },
        ),
      notifyFailure: (text) =>
        dispatchToast(
          <Toast>
            <ToastTitle
              action={
                <ToastTrigger>
                  <Link as="button">{t('common:button.dismiss')}</Link>
                </ToastTrigger>
              }
            >
              {text}
            </ToastTitle>
          </Toast>,
          { intent: 'error', timeout: -1 },
        ),
    }),
    [dispatchToast],
  );
  return (
    <NoticeContext value={notices}>
      {children}
      <Toaster toasterId={toasterId} position="bottom-end" offset={{ vertical: 36 }} />
    </NoticeContext>
  );
}

export function useNotices(): Notices {
  const notices = useContext(NoticeContext);
  if (notices === null) throw new Error('useNotices stands outside NoticeProvider');
  return notices;
}
