import { useEffect, useRef, useState } from 'react';
import { errorTextOf, failureOf } from './failure.ts';
import { useNotices } from './notices.tsx';
import { t } from './texts.ts';

type SavedText = {
  readonly label: string;
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
  readonly check?: ((text: string) => string | null) | undefined;
  readonly isCheckedWhileTyping?: boolean | undefined;
  readonly explain?: ((error: unknown) => string | null) | undefined;
  /** Told of every text that is not stored yet, and of null when what is shown is what is stored. */
  readonly onTyping?: ((text: string | null) => void) | undefined;
};

/** Somebody else stored the record meanwhile: the text stays, and is stored when one asks for it again. */
function conflictText(error: unknown): string | null {
  const { code, details } = failureOf(error);
  if (!code.endsWith('-changed-meanwhile')) return null;
  const who = details.who;
  return typeof who === 'string' ? t('common:saved.changedMeanwhileBy', { who }) : t('common:saved.changedMeanwhile');
}

/**
 * The state of a text that is saved when left. A newer stored text shows at once unless the person is editing; a text that could
 * not be saved stays in the field, or is named in a notice when the field is gone.
 */
export function useSavedText({ label, value, save, check, isCheckedWhileTyping, explain, onTyping }: SavedText) {
  const { notifyFailure } = useNotices();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isConflict, setIsConflict] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const latest = useRef<string | null>(null);
  /** What was stored when the typing began; another stored text by now is somebody else's. */
  const before = useRef<string | null>(null);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const text = draft ?? value;
  const isOther = before.current !== null && before.current !== value;
  // The engine refuses over another's change before the window has heard which: the words follow what is stored by now
  const words = isConflict && isOther ? t('common:saved.changedMeanwhileTo', { text: value }) : problem;
  const isToBeAsked = isConflict && words !== null;
  const edit = (next: string) => {
    latest.current = next;
    before.current ??= value;
    setDraft(next);
    setProblem(isCheckedWhileTyping ? (check?.(next) ?? null) : null);
    setIsConflict(false);
    onTyping?.(next === value ? null : next);
  };
  const reset = () => {
    latest.current = null;
    before.current = null;
    setDraft(null);
    setProblem(null);
    setIsConflict(false);
    onTyping?.(null);
  };
  const commit = async () => {
    if (draft === null || isSaving) return;
    if (draft === value) return reset();
    const wrong = check?.(draft) ?? null;
    if (wrong !== null) return setProblem(wrong);
    if (isOther && !isConflict) return setIsConflict(true);
    setIsSaving(true);
    try {
      await save(draft);
      before.current = null;
      if (latest.current === draft) reset();
    } catch (error) {
      const words = errorTextOf(error);
      const conflict = conflictText(error);
      setIsConflict(conflict !== null);
      setProblem(conflict ?? explain?.(error) ?? t('common:saved.notSaved', words));
      if (!isMounted.current) notifyFailure(t('common:saved.notSavedAs', { label, text: draft, what: words.what }));
    } finally {
      setIsSaving(false);
    }
  };
  /** Leaving a field stores it, but never what somebody else changed meanwhile: that is asked for. */
  const leave = async () => {
    if (!isToBeAsked) await commit();
  };
  return { text, problem: words, isConflict: isToBeAsked, isSaving, edit, commit, leave, reset };
}
