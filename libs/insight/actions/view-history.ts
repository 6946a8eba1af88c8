import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Grant } from '@xihuo/platform';
import { changesOf, noteOf, type Change } from '../rules/changes';
import { liesIn, sightOf } from '../rules/history';
import { historyPage, holderOf, thingOf, trailNames, type HistoryRow } from '../store/history.sql';

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
  const subject = kind === 'role' ? ['person', await holderId(database, id)] : [kind, id];
  const rows = await database.read(historyPage, [...subject, placeIn(cursor), limit + 1, team, others]);
  const changes = new Map(rows.map((row) => [row.entry_id, row.refused === null ? changesOf(row) : []]));
  const nameOf = await namesIn(database, [...changes.values()].flat());
  return pageOf(
    rows,
    limit,
    (row) => row.entry_id,
    (row) => historyView(row, changes.get(row.entry_id)!.map(nameOf)),
  );
}

/** A role's deeds are written down of whoever holds it. */
async function holderId(database: Database, grantId: string): Promise<string> {
  const [holder] = ids.isUuid(grantId) ? await database.read(holderOf, [grantId]) : [];
  if (!holder) throw fail('NOT_FOUND');
  return holder.person_id;
}

/** The same with places and packs by name: whoever reads a trail knows none of them by its code. */
async function namesIn(database: Database, changes: readonly Change[]): Promise<(change: Change) => LineChange> {
  const places = changes.flatMap(({ as, before, after }) => (as === 'place' ? [...before, ...after].map(whole) : []));
  const packs = changes.flatMap(({ of }) => (of !== null && ids.isUuid(of) ? [of] : []));
  const rows = places.length + packs.length > 0 ? await database.read(trailNames, [places, packs]) : [];
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const named = (code: string) => names.get(whole(code)) ?? code;
  return ({ of, before, after, ...rest }) => ({
    ...rest,
    of: of === null ? null : (names.get(of) ?? null),
    before: rest.as === 'place' ? before.map(named) : [...before],
    after: rest.as === 'place' ? after.map(named) : [...after],
  });
}

/** Six digits: of a province or a city the trail keeps those that all in it begin with. */
const whole = (code: string): string => code.padEnd(6, '0');

type LineChange = Answer['data'][number]['changes'][number];

function historyView(row: HistoryRow, changes: LineChange[]): Answer['data'][number] {
  const { entry_id, actor, action, at, refused, person_name, request_id: requestId, tells_why } = row;
  const [kind, name = ''] = actor.split(/:(.*)/s);
  const by =
    kind === 'person'
      ? { kind: 'person' as const, name: person_name }
      : { kind: kind === 'system' ? ('system' as const) : ('guest' as const), name: kind === 'system' ? name : null };
  const note = tells_why ? noteOf(row) : null;
  return { id: entry_id, at: at.toISOString(), by, action, refused, requestId, note, changes };
}
