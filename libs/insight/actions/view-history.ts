import { machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { changesOf, noteOf, type Change } from '../rules/changes';
import { toldOf } from '../rules/history';
import { historyPage, trailNames, type HistoryRow } from '../store/history.sql';
import { sightInto, subjectsOf, type Read, type Reader } from './sight-into';

type Answer = ResponseOf<'GET /history/{kind}/{id}'>;

/** What was done to one thing, as far as the reader may know it. @throws ProblemError NOT_FOUND of what is not theirs to read */
export async function viewHistory(
  database: Database,
  reader: Reader,
  { params: { kind, id }, query: { cursor, limit } }: InputOf<'GET /history/{kind}/{id}'>,
): Promise<Answer> {
  const read: Read = (wanted, values) => database.read(wanted, values);
  const { team, others, readsAlone, closedFrom, sides } = await sightInto(read, reader, { kind, id });
  const rows = await database.read(historyPage, [
    ...[...(await subjectsOf(read, reader, { kind, id }, team)), placeIn(cursor), limit + 1, team, others],
    ...[readsAlone, toldOf(kind), reader.id, machines.trail.JUDGEMENTS, closedFrom, sides],
  ]);
  const changes = new Map(rows.map((row) => [row.entry_id, row.refused === null ? changesOf(row) : []]));
  const nameOf = await namesIn(database, [...changes.values()].flat());
  return pageOf(
    rows,
    limit,
    (row) => row.entry_id,
    (row) => historyView(row, changes.get(row.entry_id)!.map(nameOf)),
  );
}

/** The same with places and packs by name: whoever reads a trail knows none of them by its code. */
async function namesIn(database: Database, changes: readonly Change[]): Promise<(change: Change) => LineChange> {
  const places = changes.flatMap(({ of, as, before, after }) => [
    ...(as === 'place' ? [...before, ...after].map(whole) : []),
    ...(of !== null && /^\d{6}$/.test(of) ? [of] : []),
  ]);
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
  const { entry_id, actor, action, at, refused, person_name, request_id: requestId, words, tells_why } = row;
  const [kind, name = ''] = actor.split(/:(.*)/s);
  const by =
    kind === 'person'
      ? { kind: 'person' as const, name: person_name }
      : { kind: kind === 'system' ? ('system' as const) : ('guest' as const), name: kind === 'system' ? name : null };
  const note = words ?? (tells_why ? noteOf(row) : null);
  return { id: entry_id, at: at.toISOString(), by, action, refused, requestId, note, changes };
}
