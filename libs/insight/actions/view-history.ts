import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Grant } from '@xihuo/platform';
import { liesIn, sightOf } from '../rules/history';
import { historyPage, thingOf, type HistoryRow } from '../store/history.sql';

type Answer = ResponseOf<'GET /history/{kind}/{id}'>;

/** What was done to one thing, as far as the reader may know it. @throws ProblemError NOT_FOUND of what is not theirs to read */
export async function viewHistory(
  database: Database,
  grants: readonly Grant[],
  { params: { kind, id }, query: { cursor, limit } }: InputOf<'GET /history/{kind}/{id}'>,
): Promise<Answer> {
  const { placed, places, teams, others } = sightOf(kind, grants);
  let team: string | null = null;
  if (placed) {
    if (!ids.isUuid(id)) throw fail('NOT_FOUND');
    const things = await database.read(thingOf, [kind, id]);
    if (!things.some(({ county_code }) => liesIn(county_code, places))) {
      team = things.find(({ supplier_id }) => supplier_id !== null && teams.includes(supplier_id))?.supplier_id ?? null;
      if (team === null) throw fail('NOT_FOUND');
    }
  } else if (places.length === 0) throw fail('NOT_FOUND');
  const rows = await database.read(historyPage, [kind, id, placeIn(cursor), limit + 1, team, others]);
  return pageOf(rows, limit, (row) => row.entry_id, historyView);
}

function historyView({ entry_id, actor, action, at, refused, person_name }: HistoryRow): Answer['data'][number] {
  const [kind, name = ''] = actor.split(/:(.*)/s);
  const by =
    kind === 'person'
      ? { kind: 'person' as const, name: person_name }
      : { kind: kind === 'system' ? ('system' as const) : ('guest' as const), name: kind === 'system' ? name : null };
  return { id: entry_id, at: at.toISOString(), by, action, refused };
}
