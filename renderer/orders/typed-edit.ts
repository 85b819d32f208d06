import { createContext, useContext } from 'react';
import type { TypedOrderEdit } from '../../shared/order-window.ts';

/** Told of what is being typed into the order and not stored yet; null when nothing is. */
export type TypeEdit = (typed: TypedOrderEdit | null) => void;

const TypedEditContext = createContext<TypeEdit>(() => undefined);
export const TypedEditProvider = TypedEditContext.Provider;

/** Tells the customer strip what is being typed. */
export function useTellTyped(): TypeEdit {
  return useContext(TypedEditContext);
}

/** For a text field of the order: `read` makes the edit of a text, or answers null for one that could not be stored. */
export function useTypedEdit(): (read: (text: string) => TypedOrderEdit | null) => (text: string | null) => void {
  const tell = useTellTyped();
  return (read) => (text) => tell(text === null ? null : read(text));
}
