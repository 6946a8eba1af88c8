import { useApi, type Output } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { useT } from '../../words';
import type { Way } from './ways';

export type Found = Output<'GET /me/found'>['data'][number];

/** Where the page of a thing is. */
const PATHS: Record<Found['kind'], (found: Found) => string> = {
  order: ({ id }) => `/ordering/orders/${id}`,
  ownDispute: ({ id }) => `/disputes/${id}`,
  dispute: ({ id }) => `/mediation/${id}`,
  lot: ({ id }) => `/trace/lots/${id}`,
  agreement: ({ id }) => `/benefit/agreements/${id}`,
  product: ({ id, supplierId }) => `/catalogue/products/${supplierId}/${id}`,
  supplier: ({ id }) => `/admission/watching/suppliers/${id}`,
  application: ({ id }) => `/admission/applications/${id}`,
  case: ({ id }) => `/admission/watching/cases/${id}`,
  statement: ({ id }) => `/settlement/statements/${id}`,
  household: ({ id }) => `/benefit/households/${id}`,
};

export const pathOf = (found: Found): string => PATHS[found.kind](found);

/** Nobody waits for what is asked of every sign that is typed. */
const PAUSE_MS = 200;
const LEAST = 2;

/** What was typed last, once nothing more came for a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

export interface FoundWays {
  /** What bears exactly the name or the number that was typed. */
  readonly exact: readonly Way[];
  readonly others: readonly Way[];
  readonly isLooking: boolean;
}

/** Things that the server finds by their number or name. */
export function useFound(typed: string): FoundWays {
  const t = useT();
  const wanted = typed.trim();
  const q = useSettled(wanted);
  const asks = wanted.length >= LEAST;
  const query = useApi('GET /me/found', { query: { q } }, { enabled: q.length >= LEAST, retry: false });
  // What was found for other words is not shown beside these.
  const rows = asks && q === wanted ? (query.data?.data ?? []) : [];
  const wayOf = (found: Found): Way => ({
    to: pathOf(found),
    word: found.about === null ? found.name : `${found.name} · ${found.about}`,
    group: t(`palette.kind.${found.kind}`),
  });
  return {
    exact: rows.filter(({ exact }) => exact).map(wayOf),
    others: rows.filter(({ exact }) => !exact).map(wayOf),
    isLooking: asks && (q !== wanted || query.isFetching),
  };
}
