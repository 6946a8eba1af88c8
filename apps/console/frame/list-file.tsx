import type { Routes } from '@xihuo/contract';
import { useApiClient, type Input, type RouteKey } from '@xihuo/ui';
import { ExportButtons } from './export-buttons';

/** The lists that the contract has as tables too. */
export type TabledKey = { [K in RouteKey]: Routes[K] extends { readonly tabled: true } ? K : never }[RouteKey];

const KINDS = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The whole list as a table, narrowed as it is on the page: the list's own address, asked for another kind. */
export function ListFile<K extends TabledKey>({ name, route, input }: { name: string; route: K; input: Input<K> }) {
  // By its type the route answers rows; asked for a table, it answers a file.
  const api = useApiClient() as unknown as (route: K, input: object) => Promise<Blob>;
  return <ExportButtons name={name} get={(format) => api(route, { ...input, headers: { accept: KINDS[format] } })} />;
}
