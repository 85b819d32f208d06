import { Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext } from 'react';

const NoticeContext = createContext<((text: string) => void) | null>(null);

/** Shows one short line when something was done whose effect does not show where the person looks. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const toasterId = useId('notices');
  const { dispatchToast } = useToastController(toasterId);
  const notify = useCallback(
    (text: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: 'success', timeout: 4000 },
      ),
    [dispatchToast],
  );
  return (
    <NoticeContext value={notify}>
      {children}
      <Toaster toasterId={toasterId} position="bottom-end" offset={{ vertical: 36 }} />
    </NoticeContext>
  );
}

export function useNotify(): (text: string) => void {
  const notify = useContext(NoticeContext);
  if (notify === null) throw new Error('useNotify stands outside NoticeProvider');
  return notify;
}
