import type { ResponseOf } from '@xihuo/contract';
import type { Database, Grant } from '@xihuo/platform';
import { desksOf, isReady, ON_DESK, sightOf, type Desk, type Sight } from '../rules/today';
import { nowOf, readyOf, todayOf, type WaitingRow } from '../store/today.sql';

interface Asker {
  readonly personId: string;
  readonly grants: readonly Grant[];
  /** At which payments are made: differences of another are not shown either. */
  readonly provider: string;
}

/** What waits for a person at this moment, one statement a desk. Each count is that of the list that it leads to, for the same person. */
export async function viewToday(database: Database, asker: Asker): Promise<ResponseOf<'GET /me/today'>> {
  const sight = sightOf(asker.grants);
  const desks = desksOf(asker.grants);
  const [[clock], ready, ...found] = await Promise.all([
    database.read(nowOf),
    sight.suppliers.length > 0 ? database.read(readyOf, [sight.suppliers]) : [],
    ...desks.map((desk) => database.read(todayOf[desk], valuesOf(desk, sight, asker))),
  ]);
  const rows = new Map(found.flat().map((row: WaitingRow) => [row.what, row]));
  const wanted = new Set(desks.flatMap((desk) => ON_DESK[desk]));
  return {
    asOf: clock!.now.toISOString(),
    data: [...wanted].map((what) => {
      const { count, late, next, since } = rows.get(what) ?? { count: 0, late: 0, next: null, since: null };
      return { what, count, late, next: next?.toISOString() ?? null, since: since?.toISOString() ?? null };
    }),
    ready: ready.filter(({ met }) => !isReady(met)).map(({ id, name, met }) => ({ supplierId: id, name, met })),
  };
}

function valuesOf(desk: Desk, { suppliers, places, turns, disputes }: Sight, asker: Asker): unknown[] {
  if (desk === 'supplier') return [suppliers];
  if (desk === 'finance') return [asker.provider];
  if (desk === 'mediator') return [disputes, asker.personId];
  if (desk === 'operator') return [places, disputes, asker.personId];
  const pairs = Object.entries(turns).flatMap(([step, where]) => where.map((counties) => ({ step, counties })));
  return [places, pairs.map(({ step }) => step), pairs.map(({ counties }) => counties)];
}
