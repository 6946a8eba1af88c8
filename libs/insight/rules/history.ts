import type { InputOf } from '@xihuo/contract';

export type HistoryKind = InputOf<'GET /history/{kind}/{id}'>['params']['kind'];

interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
  readonly organisationId: string | null;
}

interface Desk {
  /** Who reads all that was done to what lies in their place, and tried. */
  readonly watching: readonly string[];
  /** Who reads the page of such a thing beside them, and so what was done to it: not what was tried in vain, nor who opened what is sealed. */
  readonly reading: readonly string[];
  /** Those of them who read it wherever they are in charge. */
  readonly wherever?: readonly string[];
  /** `county`: a thing lies in one. `house`: it is the platform's, of whoever works for it. `country`: money, of readers of the whole. */
  readonly place: 'county' | 'house' | 'country';
  /** Of its own things a supplier reads what its own people did, or what others did too, without their names. */
  readonly supplier: 'nothing' | 'ownPeople' | 'everybody';
}

const COUNTY = ['countyAgriculture', 'countyRevitalisation'] as const;
/** Those who recommend, judge and watch suppliers read each other's matters; what a reviewer has still to judge, `closedTo` closes. */
const ADMISSION = { watching: ['auditor'], place: 'county', supplier: 'ownPeople' } as const;
const admission = (...reading: string[]): Desk => ({ ...ADMISSION, reading });
const MONEY: Desk = { watching: ['auditor', 'finance'], reading: [], place: 'country', supplier: 'nothing' };
const HOUSE: Desk = { watching: ['auditor', 'operator', 'finance'], reading: [], place: 'house', supplier: 'nothing' };
/** Goods are watched by those who read the thing itself. */
const goods = (...watching: string[]): Desk => ({ watching, reading: [], place: 'county', supplier: 'everybody' });
const LOTS = goods('auditor', 'operator', 'mediator');
const LINKAGE = { ...goods('auditor', 'operator', 'finance', ...COUNTY), reading: ['reviewer'] };

/** On which desk a thing lies. Every kind is named: one forgotten would lie open to those it is not for. */
const DESKS: Record<HistoryKind, Desk> = {
  ...all(admission(...COUNTY, 'reviewer', 'operator'), [
    ...(['supplier', 'application', 'inspection', 'dossier', 'recognition'] as const),
    ...(['case', 'measure', 'appeal', 'recheck', 'sample'] as const),
  ]),
  // Those who leave are settled with.
  exit: admission(...COUNTY, 'reviewer', 'operator', 'finance'),
  // Who objected fears those whom the county knows well; and what is written of goods on sale, no county reads.
  ...all(admission('reviewer', 'operator'), ['objection', 'product']),
  spotCheck: { ...admission(...COUNTY, 'reviewer', 'operator'), supplier: 'nothing' },
  // An order's parts, their invoices and what lies in store are read by nobody but their supplier.
  ...all(goods(), ['supplierOrder', 'invoiceRequest', 'sku', 'afterSale']),
  lot: LOTS,
  recall: { ...LOTS, reading: ['reviewer'] },
  ...all(LINKAGE, ['agreement', 'pool', 'distribution', 'work', 'household']),
  delivery: goods(...COUNTY),
  // What a mediator does about a supplier, the mediator tells it.
  dispute: { ...LOTS, supplier: 'ownPeople' },
  ...all({ ...goods('auditor', 'finance'), reading: ['operator'], wherever: ['operator', 'finance'] }, [
    ...(['adjustment', 'statement'] as const),
  ]),
  // Where somebody is paid, they say themselves or finance does.
  payeeAccount: goods('finance'),
  ...all(MONEY, ['payoutRun', 'payoutBatch', 'settlementRun', 'bankTransfer', 'transferReturn', 'difference']),
  ...all(HOUSE, ['campaign', 'venue', 'brand', 'fair', 'synonymGroup', 'promotion', 'setting']),
  ...all({ ...HOUSE, reading: ['reviewer'] }, ['edition', 'indication']),
  // Who recommended a supplier reads what a new standard makes of it.
  standard: { ...HOUSE, reading: [...COUNTY, 'reviewer'] },
  // How an organisation buys on terms is for finance to say.
  organisation: { ...HOUSE, watching: [], reading: ['finance'] },
  role: { ...HOUSE, watching: ['auditor', 'operator'] },
};

function all<Kind extends HistoryKind>(desk: Desk, kinds: readonly Kind[]): Record<Kind, Desk> {
  return Object.fromEntries(kinds.map((kind) => [kind, desk])) as Record<Kind, Desk>;
}

export interface Sight {
  /** Patterns of county codes in which they watch. */
  readonly places: readonly string[];
  /** And of those in which they read the thing alone. */
  readonly reads: readonly string[];
  /** Whether a thing of the kind lies in a county, so that it must be found before anything is told. */
  readonly placed: boolean;
  /** The reader's own suppliers: of their things they read what their own people did. */
  readonly teams: readonly string[];
  /** Whether a supplier reads too what others did to a thing of its own, without their names. */
  readonly others: boolean;
}

/** What of the history of a kind of thing somebody may read. What an authority does about a supplier, it tells it itself. */
export function sightOf(kind: HistoryKind, grants: readonly Grant[]): Sight {
  const { watching, reading, wherever = [], place, supplier } = DESKS[kind];
  const placesOf = (roles: readonly string[]) =>
    grants
      .filter(({ role, jurisdiction }) => roles.includes(role) && (place !== 'country' || jurisdiction === null))
      .map(({ role, jurisdiction }) => (wherever.includes(role) ? '%' : `${jurisdiction ?? ''}%`));
  const teams = grants.flatMap(({ role, organisationId }) =>
    role === 'supplier' && organisationId && supplier !== 'nothing' ? [organisationId] : [],
  );
  const [places, reads] = [placesOf(watching), placesOf(reading)];
  return { places, reads, placed: place === 'county', teams, others: supplier === 'everybody' };
}

/** What is done about a supplier that its page does not tell, such as the freight it charges, is read by those alone who watch. */
const OF_A_SUPPLIER = ['supplier', 'case', 'measure', 'exit', 'certificate', 'credit'] as const;

/** By their nouns, the deeds about a kind of thing that who reads it alone is told; null: all there are. */
export function toldOf(kind: HistoryKind): readonly string[] | null {
  if (kind === 'supplier') return OF_A_SUPPLIER;
  // What it buys is its own.
  return kind === 'organisation' ? ['businessTerms'] : null;
}

const PLATFORM = ['auditor', 'reviewer', 'operator', 'finance', 'mediator'];

/**
 * With whom somebody shares notes about a thing, by their places in which it lies: those of the platform with each other, an office of
 * a county with its own people, a supplier with its own. Never across. The first is the one they write for.
 *
 * @param counties where it lies; null of what lies in none
 */
export function sidesOf(
  kind: HistoryKind,
  grants: readonly Grant[],
  { team, counties }: { readonly team: string | null; readonly counties: readonly string[] | null },
): string[] {
  if (team !== null) return [`organisation:${team}`];
  const { watching, reading, wherever = [] } = DESKS[kind];
  const lies = ({ role, jurisdiction }: Grant) =>
    counties === null ||
    wherever.includes(role) ||
    counties.some((county) => liesIn(county, [`${jurisdiction ?? ''}%`]));
  const sides = grants
    .filter((grant) => (watching.includes(grant.role) || reading.includes(grant.role)) && lies(grant))
    .map(({ role, jurisdiction }) => (PLATFORM.includes(role) ? 'platform' : `${role}:${jurisdiction ?? ''}`));
  return [...new Set(sides)].sort((one, other) => Number(other === 'platform') - Number(one === 'platform'));
}

/** How far an application is judged. */
export interface Judging {
  readonly handedIn: boolean;
  /** Since when its reviewers judge it in this round; null where none does. */
  readonly since: Date | null;
  /** Who has given a verdict in it. */
  readonly decidedBy: readonly string[];
}

/**
 * From when on the judgements of others are closed to somebody, whatever else they are: two pairs of eyes are two only where the
 * second has not looked through the first. Null where they are open.
 */
export function closedTo(
  { id, grants }: { readonly id: string; readonly grants: readonly Grant[] },
  { since, decidedBy }: Judging,
): Date | null {
  return grants.some(({ role }) => role === 'reviewer') && !decidedBy.includes(id) ? since : null;
}

/** Whether a county, or the beginning of one that stands for all in it, has to do with one of the places. */
export function liesIn(county: string, places: readonly string[]): boolean {
  return places
    .map((place) => place.slice(0, -1))
    .some((place) => county.startsWith(place) || place.startsWith(county));
}

/** Who is told the history of a kind at all: wherever they are in charge, or of the whole country alone. */
export interface Readers {
  readonly anywhere: readonly string[];
  readonly country: readonly string[];
}

/** Of every kind who reads it, for the console to offer it to nobody else. */
export function historyReaders(): Record<HistoryKind, Readers> {
  const kinds = Object.entries(DESKS) as [HistoryKind, Desk][];
  const readers = kinds.map(([kind, { watching, reading, place, supplier }]): [HistoryKind, Readers] => {
    const roles = [...watching, ...reading];
    const [anywhere, country] = place === 'country' ? [[], roles] : [roles, []];
    return [kind, { anywhere: supplier === 'nothing' ? anywhere : ['supplier', ...anywhere], country }];
  });
  return Object.fromEntries(readers) as Record<HistoryKind, Readers>;
}
