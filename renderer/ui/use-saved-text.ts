import { useEffect, useRef, useState } from 'react';
import { errorTextOf } from './failure.ts';
import { useNotices } from './notices.tsx';
import { t } from './texts.ts';

type SavedText = {
  readonly label: string;
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
  readonly check?: ((text: string) => string | null) | undefined;
};

/**
 * The state of a text that is saved when left. A newer stored text shows at once unless the person is editing; a text that could
 * not be saved stays in the field, or is named in a notice when the field is gone.
 */
export function useSavedText({ label, value, save, check }: SavedText) {
  const { notifyFailure } = useNotices();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const latest = useRef<string | null>(null);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const text = draft ?? value;
  const edit = (next: string) => {
    latest.current = next;
    setDraft(next);
    setProblem(null);
  };
  const reset = () => {
    latest.current = null;
    setDraft(null);
    setProblem(null);
  };
  const commit = async () => {
    if (draft === null || isSaving) return;
    if (draft === value) return reset();
    const wrong = check?.(draft) ?? null;
    if (wrong !== null) return setProblem(wrong);
    setIsSaving(true);
    try {
      await save(draft);
      if (latest.current === draft) reset();
    } catch (error) {
      const words = errorTextOf(error);
      setProblem(t('common:saved.notSaved', words));
      if (!isMounted.current) notifyFailure(t('common:saved.notSavedAs', { label, text: draft, what: words.what }));
    } finally {
      setIsSaving(false);
    }
  };
  return { text, problem, isSaving, edit, commit, reset };
}
