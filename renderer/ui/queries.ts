import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { failureOf } from './failure.ts';

/** What a query is known by; the first part names its domain. */
export type QueryKey = readonly [string, ...unknown[]];

/** The renderer's view of the engine. The engine is local and fast: nothing is kept for long, nothing is tried again blindly. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 1000,
        refetchOnWindowFocus: true,
        // A restarting engine answers soon; every other failure has an answer already.
        retry: (count, error) => count < 3 && failureOf(error).code === 'engine-stopped',
        retryDelay: 700,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

type ReadOptions = {
  readonly enabled?: boolean;
  readonly refetchEveryMs?: number;
  /** What costs the shop's site or network something: asked once each time it is shown, not whenever the window is come back to. */
  readonly readOnce?: boolean;
};

/** Reads something of the engine and keeps showing the last answer while the next one is on its way. */
export function useRead<Answer>(
  key: QueryKey,
  read: () => Promise<Answer>,
  options: ReadOptions = {},
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: key,
    queryFn: read,
    placeholderData: keepPreviousData,
    ...freshnessOf(options),
  });
}

/** When a read is made again. */
export function freshnessOf({ enabled = true, refetchEveryMs, readOnce = false }: ReadOptions) {
  return {
    enabled,
    refetchInterval: refetchEveryMs ?? (false as const),
    ...(readOnce ? { staleTime: 'static' as const, gcTime: 0 } : {}),
  };
}

const keepListMs = 60 * 60_000;

export type Pages<Row> = {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
};

/** Reads a list page by page; `cursor` is what the engine answered as the way to the next page, null at first. */
export function usePages<Row, Cursor>(
  key: QueryKey,
  read: (
    cursor: Cursor | null,
  ) => Promise<{ readonly rows: readonly Row[]; readonly nextCursor: Cursor | null | undefined }>,
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam as Cursor | null),
    initialPageParam: null as Cursor | null,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // Who comes back from a row after a while finds the list as far down as it was read.
    gcTime: keepListMs,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  return {
    rows,
    isLoading: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (!query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}

/**
 * Something that changes the company. When it is done, or failed because the view was old, everything shown is read again:
 * a change of an order can show in lists, counts and the customer strip alike.
 */
export function useCommand<Input, Answer>(
  command: (input: Input) => Promise<Answer>,
): UseMutationResult<Answer, unknown, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: command,
    onSettled: () => client.invalidateQueries(),
  });
}
