import { createContext, useContext } from 'react';

/**
 * Opens Update Website. The dialog belongs to the frame of the window: what waited for the update, and offered it, is gone
 * once it is done, and the outcome must stand.
 */
export const UpdateWebsiteContext = createContext<(() => void) | null>(null);

export function useUpdateWebsite(): () => void {
  const open = useContext(UpdateWebsiteContext);
  if (open === null) throw new Error('useUpdateWebsite stands outside UpdateWebsiteContext');
  return open;
}
