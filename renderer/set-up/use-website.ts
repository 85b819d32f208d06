import type { WebsiteView } from '../../shared/settings.ts';
import type { EditWebsite } from '../settings/website-settings-page.tsx';
import { api } from '../ui/api.ts';
import { useCommand, useRead } from '../ui/queries.ts';

/** A website of the register, with the way to change it. */
export function useWebsite(websiteId: number): {
  readonly website: WebsiteView | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly edit: EditWebsite;
} {
  const query = useRead(['settings', 'website', websiteId], () => api.settings.website.query({ websiteId }));
  const command = useCommand((patch: Parameters<EditWebsite>[0]) =>
    api.settings.editWebsite.mutate({ ...patch, websiteId }),
  );
  return {
    website: query.data?.id === websiteId ? query.data : undefined,
    error: query.error,
    retry: () => void query.refetch(),
    edit: (patch) => command.mutateAsync(patch),
  };
}
