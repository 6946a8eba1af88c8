import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { Api, Arguments, Input, Output, RouteKey } from './api';
import type { ApiProblem } from './problem';

const ApiContext = createContext<Api | null>(null);

/** Queries keep no retries of their own: the client already asks again where that makes sense. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, gcTime: 600_000 },
      mutations: { retry: false },
    },
  });
}

export function ApiProvider({ api, queries, children }: { api: Api; queries: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <ApiContext value={api}>{children}</ApiContext>
    </QueryClientProvider>
  );
}

export function useApiClient(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('ApiProvider is missing above this component');
  return api;
}

interface KeyParts {
  params?: unknown;
  query?: unknown;
}

/** The cache key of a read; pass it to `invalidateQueries` after a write. Without input: every read of that route. */
export function routeKey<K extends RouteKey>(route: K, input?: Input<K>): readonly unknown[] {
  const parts = input as KeyParts | undefined;
  return parts ? [route, parts.params ?? null, parts.query ?? null] : [route];
}

type ReadOptions<K extends RouteKey> = Omit<UseQueryOptions<Output<K>, ApiProblem>, 'queryKey' | 'queryFn'>;

/** Reads a route: `useApi('GET /products/{slug}', { params: { slug } })`. */
export function useApi<K extends RouteKey>(
  route: K,
  input: Input<K>,
  options?: ReadOptions<K>,
): UseQueryResult<Output<K>, ApiProblem> {
  const api = useApiClient();
  return useQuery<Output<K>, ApiProblem>({
    ...options,
    queryKey: routeKey(route, input),
    queryFn: ({ signal }) => api(route, ...([{ ...input, signal }] as unknown as Arguments<K>)),
  });
}

type Listed<K extends RouteKey> = Output<K> extends { data: (infer Row)[]; nextCursor: string | null } ? Row : never;

/** The routes that answer `{ data, nextCursor }`. */
type ListKey = { [K in RouteKey]: [Listed<K>] extends [never] ? never : K }[RouteKey];

/** Where a list comes from, for what reads all of it. */
export interface ListSource {
  readonly route: RouteKey;
  readonly input: { readonly params?: object; readonly query?: object };
}

interface ListPage {
  data: unknown[];
  nextCursor: string | null;
}

/**
 * Reads a list page by page. `rows` is everything read so far; the pages stay in the cache, so that Back finds them and
 * the scroll position again.
 */
export function usePages<K extends ListKey>(route: K, input: Input<K>) {
  const api = useApiClient();
  const result = useInfiniteQuery<ListPage, ApiProblem>({
    queryKey: [...routeKey(route, input), 'pages'],
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    queryFn: ({ signal, pageParam }) => {
      const query = {
        ...(input as { query?: object }).query,
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return api(route, ...([{ ...input, query, signal }] as unknown as Arguments<K>)) as Promise<ListPage>;
    },
  });
  const rows = result.data?.pages.flatMap((page) => page.data as Listed<K>[]);
  // What is said beside the rows is said with each page.
  const source = { route, input } as ListSource;
  return { ...result, rows, source, head: result.data?.pages[0] as Output<K> | undefined };
}

type SendOptions<K extends RouteKey> = Omit<UseMutationOptions<Output<K>, ApiProblem, Input<K>>, 'mutationFn'>;

/** Writes to a route: `const send = useSend('POST /orders'); send.mutate({ body, idempotencyKey })`. */
export function useSend<K extends RouteKey>(
  route: K,
  options?: SendOptions<K>,
): UseMutationResult<Output<K>, ApiProblem, Input<K>> {
  const api = useApiClient();
  return useMutation<Output<K>, ApiProblem, Input<K>>({
    ...options,
    mutationFn: (input) => api(route, ...([input] as unknown as Arguments<K>)),
  });
}
