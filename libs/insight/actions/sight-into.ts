import { fail, type InputOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import type { Grant, Statement } from '@xihuo/platform';
import { closedTo, liesIn, sidesOf, sightOf, type Judging } from '../rules/history';
import { besideThing, holderOf, houseThing, judgingOf, thingOf } from '../store/history.sql';

/** Within a transaction, or beside one. */
export type Read = <Row>(wanted: Statement<Row>, values?: unknown[]) => Promise<Row[]>;

export interface Reader {
  readonly id: string;
  readonly grants: readonly Grant[];
}

export type Thing = InputOf<'GET /history/{kind}/{id}'>['params'];

/** How somebody looks at one thing. */
export interface SightInto {
  /** The own supplier, of whoever sees it as one of its people. */
  readonly team: string | null;
  readonly others: boolean;
  readonly readsAlone: boolean;
  readonly closedFrom: Date | null;
  /** With whom notes are shared, the side they are written for first. */
  readonly sides: readonly string[];
}

/** @throws ProblemError NOT_FOUND of what is not theirs to read */
export async function sightInto(read: Read, reader: Reader, { kind, id }: Thing): Promise<SightInto> {
  const { placed, places, reads, teams, others } = sightOf(kind, reader.grants);
  const sides = sidesOf(kind, reader.grants, { team: null, counties: null });
  const sight = { team: null, others, readsAlone: places.length === 0, closedFrom: null, sides };
  if (!placed) {
    if (places.length + reads.length === 0) throw fail('NOT_FOUND');
    return sight;
  }
  if (!ids.isUuid(id)) throw fail('NOT_FOUND');
  const things = await read(thingOf, [kind, id]);
  const judging = kind === 'application' ? await judgingOfApplication(read, id) : null;
  const closedFrom = judging && closedTo(reader, judging);
  const counties = things.map(({ county_code }) => county_code);
  const placedSides = sidesOf(kind, reader.grants, { team: null, counties });
  if (counties.some((county) => liesIn(county, places)))
    return { ...sight, readsAlone: false, closedFrom, sides: placedSides };
  // Of what several sell, somebody reads who reads them all.
  const reached = things.length > 0 && counties.every((county) => liesIn(county, reads));
  if (reached && judging?.handedIn !== false) return { ...sight, readsAlone: true, closedFrom, sides: placedSides };
  const own = things.find(({ supplier_id: of, supplier_told }) => of !== null && supplier_told && teams.includes(of));
  if (!own) throw fail('NOT_FOUND');
  const team = own.supplier_id;
  return { ...sight, team, readsAlone: false, closedFrom, sides: sidesOf(kind, reader.grants, { team, counties }) };
}

async function judgingOfApplication(read: Read, id: string): Promise<Judging | null> {
  const [row] = await read(judgingOf, [id]);
  return row ? { handedIn: row.handed_in, since: row.since, decidedBy: row.decided_by } : null;
}

/** Of what lies in a county it was found already whose it is. @throws ProblemError NOT_FOUND */
export async function mustBeThere(read: Read, reader: Reader, { kind, id }: Thing): Promise<void> {
  if (kind === 'role' || sightOf(kind, reader.grants).placed) return;
  if ((await read(houseThing, [kind, id])).length === 0) throw fail('NOT_FOUND');
}

/**
 * Kinds and ids of what is told of a thing, as the trail names them: to a supplier, of its own and what it knows of; to others, of
 * what they would be told of by itself.
 */
export async function subjectsOf(
  read: Read,
  reader: Reader,
  { kind, id }: Thing,
  team: string | null,
): Promise<[kinds: string[], ids: string[]]> {
  // A role's deeds are written down of whoever holds it.
  if (kind === 'role') return [['person'], [await holderId(read, id)]];
  const beside = BESIDE.includes(kind) ? await read(besideThing, [kind, id, team, ...besidePlaces(reader)]) : [];
  return [
    [kind, ...beside.map((one) => one.kind)],
    [id, ...beside.map((one) => one.id)],
  ];
}

/** What has much beside it that is written down of something else. */
const BESIDE: readonly string[] = ['statement', 'household'];

/** Where somebody is told of agreements and work, of deliveries, and of where a household is paid. */
function besidePlaces({ grants }: Reader): (readonly string[])[] {
  const agreements = sightOf('agreement', grants);
  return [
    [...agreements.places, ...(agreements.places.length === 0 ? agreements.reads : [])],
    ...(['delivery', 'payeeAccount'] as const).map((kind) => sightOf(kind, grants).places),
  ];
}

/** Whose a role is. @throws ProblemError NOT_FOUND */
async function holderId(read: Read, grantId: string): Promise<string> {
  const [holder] = ids.isUuid(grantId) ? await read(holderOf, [grantId]) : [];
  if (!holder) throw fail('NOT_FOUND');
  return holder.person_id;
}
