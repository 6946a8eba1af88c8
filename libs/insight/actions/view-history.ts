import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Grant } from '@xihuo/platform';
import { changesOf, noteOf, type Change } from '../rules/changes';
import { closedTo, JUDGEMENTS, liesIn, sightOf, toldOf, type Judging } from '../rules/history';
import {
  besideThing,
  historyPage,
  holderOf,
  judgingOf,
  thingOf,
  trailNames,
  type HistoryRow,
} from '../store/history.sql';

type Answer = ResponseOf<'GET /history/{kind}/{id}'>;

interface Reader {
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** What was done to one thing, as far as the reader may know it. @throws ProblemError NOT_FOUND of what is not theirs to read */
export async function viewHistory(
  database: Database,
  reader: Reader,
  { params: { kind, id }, query: { cursor, limit } }: InputOf<'GET /history/{kind}/{id}'>,
): Promise<Answer> {
  const { team, others, readsAlone, closedFrom } = await sightInto(database, reader, { kind, id });
  const rows = await database.read(historyPage, [
    ...[...(await subjectsOf(database, { kind, id })), placeIn(cursor), limit + 1, team, others],
    ...[readsAlone, toldOf(kind), reader.id, JUDGEMENTS, closedFrom],
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

type Thing = InputOf<'GET /history/{kind}/{id}'>['params'];

/** How somebody looks at one thing. */
interface SightInto {
  /** The own supplier, of whoever sees it as one of its people. */
  readonly team: string | null;
  readonly others: boolean;
  readonly readsAlone: boolean;
  readonly closedFrom: Date | null;
}

/** @throws ProblemError NOT_FOUND of what is not theirs to read */
async function sightInto(database: Database, reader: Reader, { kind, id }: Thing): Promise<SightInto> {
  const { placed, places, reads, teams, others } = sightOf(kind, reader.grants);
  const sight = { team: null, others, readsAlone: places.length === 0, closedFrom: null };
  if (!placed) {
    if (places.length + reads.length === 0) throw fail('NOT_FOUND');
    return sight;
  }
  if (!ids.isUuid(id)) throw fail('NOT_FOUND');
  const things = await database.read(thingOf, [kind, id]);
  const judging = kind === 'application' ? await judgingOfApplication(database, id) : null;
  const closedFrom = judging && closedTo(reader, judging);
  if (things.some(({ county_code }) => liesIn(county_code, places))) return { ...sight, readsAlone: false, closedFrom };
  // Of what several sell, somebody reads who reads them all.
  const reached = things.length > 0 && things.every(({ county_code }) => liesIn(county_code, reads));
  if (reached && judging?.handedIn !== false) return { ...sight, readsAlone: true, closedFrom };
  const own = things.find(({ supplier_id }) => supplier_id !== null && teams.includes(supplier_id));
  if (!own) throw fail('NOT_FOUND');
  return { ...sight, team: own.supplier_id, readsAlone: false, closedFrom };
}

async function judgingOfApplication(database: Database, id: string): Promise<Judging | null> {
  const [row] = await database.read(judgingOf, [id]);
  return row ? { handedIn: row.handed_in, since: row.since, decidedBy: row.decided_by } : null;
}

/** Kinds and ids of what is told of a thing, as the trail names them. */
async function subjectsOf(database: Database, { kind, id }: Thing): Promise<[kinds: string[], ids: string[]]> {
  // A role's deeds are written down of whoever holds it.
  if (kind === 'role') return [['person'], [await holderId(database, id)]];
  const beside = kind === 'statement' ? await database.read(besideThing, [kind, id]) : [];
  return [
    [kind, ...beside.map((one) => one.kind)],
    [id, ...beside.map((one) => one.id)],
  ];
}

/** Whose a role is. @throws ProblemError NOT_FOUND */
async function holderId(database: Database, grantId: string): Promise<string> {
  const [holder] = ids.isUuid(grantId) ? await database.read(holderOf, [grantId]) : [];
  if (!holder) throw fail('NOT_FOUND');
  return holder.person_id;
}

/** The same with places and packs by name: whoever reads a trail knows none of them by its code. */
async function namesIn(database: Database, changes: readonly Change[]): Promise<(change: Change) => LineChange> {
  const places = changes.flatMap(({ as, before, after }) => (as === 'place' ? [...before, ...after].map(whole) : []));
  const packs = changes.flatMap(({ of }) => (of !== null && ids.isUuid(of) ? [of] : []));
  places.push(...changes.flatMap(({ of }) => (of !== null && /^\d{6}$/.test(of) ? [of] : [])));
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
