import type { Api } from '@xihuo/ui';
import { sendAll } from '../../frame/bulk/send-all';
import { fenOf } from '../yuan';
import { cellOf, type Edits, type PackRow } from './cells';

/** What became of a cell: saved, where a price beyond the band waits for a reviewer; or not, and why. */
export type CellOutcome =
  | { state: 'saved' | 'waits' | 'sending' }
  /** Somebody else changed it since it was read; nothing was written over it. */
  | { state: 'overtaken' }
  | { state: 'failed'; problem: unknown };

type Tell = (cell: string, outcome: CellOutcome) => void;

/** Prices of a product go together, since they have one version; a pack's count goes by itself. */
type Job = { kind: 'prices'; productId: string; rows: readonly PackRow[] } | { kind: 'stock'; row: PackRow };

export function jobsOf(rows: readonly PackRow[], edits: Edits): Job[] {
  const priced = new Map<string, PackRow[]>();
  for (const row of rows)
    if (edits.has(cellOf(row.skuId, 'price'))) priced.set(row.productId, [...(priced.get(row.productId) ?? []), row]);
  return [
    ...[...priced].map(([productId, some]) => ({ kind: 'prices' as const, productId, rows: some })),
    ...rows.filter((row) => edits.has(cellOf(row.skuId, 'stock'))).map((row) => ({ kind: 'stock' as const, row })),
  ];
}

const isStale = (problem: unknown) => (problem as { code?: string }).code === 'STALE_VERSION';

async function sendPrices(
  api: Api,
  supplierId: string,
  job: Extract<Job, { kind: 'prices' }>,
  edits: Edits,
  tell: Tell,
) {
  const params = { supplierId, productId: job.productId };
  const listing = await api('GET /suppliers/{supplierId}/products/{productId}/listing', { params });
  const nowOf = new Map(listing.packs.map((pack) => [pack.skuId, pack.price.amount]));
  const [free, overtaken] = [true, false].map((same) =>
    job.rows.filter((row) => (nowOf.get(row.skuId) === row.priceFen) === same),
  ) as [PackRow[], PackRow[]];
  for (const row of overtaken) tell(cellOf(row.skuId, 'price'), { state: 'overtaken' });
  if (free.length === 0) return;
  const answer = await api('PUT /suppliers/{supplierId}/products/{productId}/prices', {
    params,
    version: listing.version,
    body: {
      prices: free.map(({ skuId }) => ({
        skuId,
        price: { amount: fenOf(edits.get(cellOf(skuId, 'price'))!)!, currency: 'CNY' as const },
      })),
    },
  });
  for (const { skuId, outcome } of answer.prices)
    tell(cellOf(skuId, 'price'), { state: outcome === 'waits' ? 'waits' : 'saved' });
}

async function sendStock(api: Api, supplierId: string, row: PackRow, edits: Edits, tell: Tell) {
  const cell = cellOf(row.skuId, 'stock');
  await api('PUT /suppliers/{supplierId}/stock/{skuId}', {
    params: { supplierId, skuId: row.skuId },
    version: row.stockVersion,
    body: { onHand: Number(edits.get(cell)), reason: 'stocktake' },
  });
  tell(cell, { state: 'saved' });
}

/** Saves what was typed, a few at once, and tells of every cell what became of it; a refused one keeps no other from being saved. */
export async function sendGrid(
  { api, supplierId }: { api: Api; supplierId: string },
  rows: readonly PackRow[],
  edits: Edits,
  tell: Tell,
): Promise<void> {
  const cellsOf = (job: Job) =>
    job.kind === 'stock' ? [cellOf(job.row.skuId, 'stock')] : job.rows.map(({ skuId }) => cellOf(skuId, 'price'));
  const send = (job: Job) =>
    job.kind === 'stock'
      ? sendStock(api, supplierId, job.row, edits, tell)
      : sendPrices(api, supplierId, job, edits, tell);
  await sendAll(jobsOf(rows, edits), send, (job, outcome) => {
    if (outcome.state === 'done') return;
    for (const cell of cellsOf(job))
      if (outcome.state === 'sending') tell(cell, { state: 'sending' });
      else
        tell(cell, isStale(outcome.problem) ? { state: 'overtaken' } : { state: 'failed', problem: outcome.problem });
  });
}
