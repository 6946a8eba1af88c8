import type { InputOf } from '@xihuo/contract';

export type HistoryKind = InputOf<'GET /history/{kind}/{id}'>['params']['kind'];
type Desk = 'admission' | 'goods' | 'money' | 'house';

interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
  readonly organisationId: string | null;
}

/** Who reads all that was done to the things of a desk that lie in their place; of a house's own things there is one place. */
const WATCHING: Record<Exclude<Desk, 'goods'>, readonly string[]> = {
  // Reviewers would read what the other one ticked before they have judged themselves.
  admission: ['auditor'],
  money: ['auditor', 'finance'],
  house: ['auditor', 'operator', 'finance'],
};

/** Of goods each kind is read by those who read the thing itself; an order's parts by nobody but their supplier. */
const WATCHING_GOODS: Partial<Record<HistoryKind, readonly string[]>> = {
  lot: ['auditor', 'operator', 'mediator'],
  recall: ['auditor', 'operator', 'mediator'],
  agreement: ['auditor', 'operator', 'finance', 'countyAgriculture', 'countyRevitalisation'],
};

/** Things that lie in no county: of money the whole country's readers alone, of the house whoever works for it. */
const WITHOUT_PLACE: readonly Desk[] = ['money', 'house'];

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

/** On which desk a thing lies. Every kind is named: one forgotten would lie open to those it is not for. */
const DESKS: Record<HistoryKind, Desk> = {
  ...all('admission', ['supplier', 'dossier', 'product', 'case', 'measure', 'appeal', 'certificate', 'recheck']),
  ...all('admission', ['sample', 'exit']),
  ...all('goods', ['supplierOrder', 'lot', 'recall', 'agreement']),
  ...all('money', ['payoutRun', 'payoutBatch', 'settlementRun', 'adjustment', 'bankTransfer', 'transferReturn']),
  ...all('house', ['campaign', 'venue', 'brand', 'fair', 'standard', 'edition', 'indication', 'synonymGroup']),
  ...all('house', ['promotion']),
};

function all<Kind extends HistoryKind>(desk: Desk, kinds: readonly Kind[]): Record<Kind, Desk> {
  return Object.fromEntries(kinds.map((kind) => [kind, desk])) as Record<Kind, Desk>;
}

/** What of the history of a kind of thing somebody may read. What an authority does about a supplier, it tells it itself. */
export function sightOf(kind: HistoryKind, grants: readonly Grant[]): Sight {
  const desk = DESKS[kind];
  const placed = !WITHOUT_PLACE.includes(desk);
  const roles = desk === 'goods' ? (WATCHING_GOODS[kind] ?? []) : WATCHING[desk];
  const watching = grants.filter(({ role, jurisdiction }) => {
    if (!roles.includes(role)) return false;
    return desk !== 'money' || jurisdiction === null;
  });
  return {
    placed,
    places: watching.map(({ jurisdiction }) => `${jurisdiction ?? ''}%`),
    teams: placed
      ? grants.flatMap(({ role, organisationId }) => (role === 'supplier' && organisationId ? [organisationId] : []))
      : [],
    others: desk === 'goods',
  };
}
