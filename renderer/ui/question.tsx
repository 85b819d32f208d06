import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap' } });

/** A question before something that cannot be taken back. Buttons say what they do; Esc leaves without doing it. */
export type Question = {
  readonly title: string;
  readonly text: ReactNode;
  readonly confirm: string;
  readonly leave: string;
};

type Asked = Question & { readonly answer: (isConfirmed: boolean) => void };

const QuestionContext = createContext<((question: Question) => Promise<boolean>) | null>(null);

/** Holds the one question that can stand open. */
export function QuestionProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        setAsked({
          ...question,
          answer: (isConfirmed) => {
            setAsked(null);
            resolve(isConfirmed);
          },
        });
      }),
    [],
  );
  return (
    <QuestionContext value={ask}>
      {children}
      {asked ? (
        <Dialog open modalType="alert" onOpenChange={(_event, { open }) => open || asked.answer(false)}>
          <DialogSurface
            onKeyDown={(event) => {
              if (event.key === 'Escape') asked.answer(false);
            }}
          >
            <DialogBody>
              <DialogTitle>{asked.title}</DialogTitle>
              <DialogContent>{asked.text}</DialogContent>
              <DialogActions>
                <Button appearance="primary" className={styles.button} onClick={() => asked.answer(true)}>
                  {asked.confirm}
                </Button>
                <Button className={styles.button} onClick={() => asked.answer(false)}>
                  {asked.leave}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      ) : null}
    </QuestionContext>
  );
}

/** Asks and answers whether the person confirmed. */
export function useQuestion(): (question: Question) => Promise<boolean> {
  const ask = useContext(QuestionContext);
  if (ask === null) throw new Error('useQuestion stands outside QuestionProvider');
  return ask;
}
