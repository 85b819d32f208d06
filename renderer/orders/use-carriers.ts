import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';

/** Names of the carriers that the company knows; any other name can be typed too. */
export function useCarrierNames(): readonly string[] {
  const carriers = useRead(['settings', 'carriers'], () => api.settings.carriers.query());
  return carriers.data?.map(({ name }) => name) ?? [];
}
