import type { InputOf } from '@xihuo/contract';

export type HistoryKind = InputOf<'GET /history/{kind}/{id}'>['params']['kind'];

interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
  readonly organisationId: string | null;
}

interface Desk {
  /** Who reads all that was done to what lies in their place. */
  readonly watching: readonly string[];
  /** `county`: a thing lies in one. `house`: it is the platform's, of whoever works for it. `country`: money, of readers of the whole. */
  readonly place: 'county' | 'house' | 'country';
  /** Of its own things a supplier reads what its own people did, or what others did too, without their names. */
  readonly supplier: 'nothing' | 'ownPeople' | 'everybody';
}

/** Reviewers would read what the other one ticked before they have judged themselves. */
const ADMISSION: Desk = { watching: ['auditor'], place: 'county', supplier: 'ownPeople' };
const MONEY: Desk = { watching: ['auditor', 'finance'], place: 'country', supplier: 'nothing' };
const HOUSE: Desk = { watching: ['auditor', 'operator', 'finance'], place: 'house', supplier: 'nothing' };
/** Goods are watched by those who read the thing itself. */
const goods = (...watching: string[]): Desk => ({ watching, place: 'county', supplier: 'everybody' });
const LOTS = goods('auditor', 'operator', 'mediator');
const LINKAGE = goods('auditor', 'operator', 'finance', 'countyAgriculture', 'countyRevitalisation');

/** On which desk a thing lies. Every kind is named: one forgotten would lie open to those it is not for. */
const DESKS: Record<HistoryKind, Desk> = {
  ...all(ADMISSION, ['supplier', 'application', 'inspection', 'objection', 'dossier', 'product', 'recognition']),
  ...all(ADMISSION, ['case', 'measure', 'appeal', 'recheck', 'sample', 'exit']),
  spotCheck: { ...ADMISSION, supplier: 'nothing' },
  // An order's parts, their invoices and what lies in store are read by nobody but their supplier.
  ...all(goods(), ['supplierOrder', 'invoiceRequest', 'sku']),
  ...all(LOTS, ['lot', 'recall']),
  ...all(LINKAGE, ['agreement', 'pool', 'distribution']),
  // What a mediator does about a supplier, the mediator tells it.
  dispute: { ...LOTS, supplier: 'ownPeople' },
  ...all(MONEY, ['payoutRun', 'payoutBatch', 'settlementRun', 'adjustment', 'bankTransfer', 'transferReturn']),
  ...all(HOUSE, ['campaign', 'venue', 'brand', 'fair', 'standard', 'edition', 'indication', 'synonymGroup']),
  ...all(HOUSE, ['promotion', 'setting']),
  role: { ...HOUSE, watching: ['auditor', 'operator'] },
};

function all<Kind extends HistoryKind>(desk: Desk, kinds: readonly Kind[]): Record<Kind, Desk> {
  return Object.fromEntries(kinds.map((kind) => [kind, desk])) as Record<Kind, Desk>;
}

export interface Sight {
  /** Patterns of county codes. */
  readonly places: readonly string[];
  /** Whether a thing of the kind lies in a county, so that it must be found before anything is told. */
  readonly placed: boolean;
  /** The reader's own suppliers: of their things they read what their own people did. */
  readonly teams: readonly string[];
  /** Whether a supplier reads too what others did to a thing of its own, without their names. */
  readonly others: boolean;
}

/** What of the history of a kind of thing somebody may read. What an authority does about a supplier, it tells it itself. */
export function sightOf(kind: HistoryKind, grants: readonly Grant[]): Sight {
  const { watching, place, supplier } = DESKS[kind];
  const places = grants
    .filter(({ role, jurisdiction }) => watching.includes(role) && (place !== 'country' || jurisdiction === null))
    .map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
  const teams = grants.flatMap(({ role, organisationId }) =>
    role === 'supplier' && organisationId && supplier !== 'nothing' ? [organisationId] : [],
  );
  return { places, placed: place === 'county', teams, others: supplier === 'everybody' };
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
  const readers = kinds.map(([kind, { watching, place, supplier }]): [HistoryKind, Readers] => {
    const [anywhere, country] = place === 'country' ? [[], watching] : [watching, []];
    return [kind, { anywhere: supplier === 'nothing' ? anywhere : ['supplier', ...anywhere], country }];
  });
  return Object.fromEntries(readers) as Record<HistoryKind, Readers>;
}
