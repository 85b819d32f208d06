import { createContext, useContext, useEffect } from 'react';

const WindowTitleContext = createContext<(page: string) => string>((page) => page);

/** Makes of a page's title the one in the window's title bar. */
export const WindowTitleProvider = WindowTitleContext;

/** Puts a page's title into the title bar, so that the task switcher tells windows apart. */
export function useWindowTitle(page: string): void {
  const titleOf = useContext(WindowTitleContext);
  const title = titleOf(page);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
