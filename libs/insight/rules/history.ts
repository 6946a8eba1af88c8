import { HISTORY_KINDS, type HistoryDesk, type HistoryKind } from '@xihuo/contract';

interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
  readonly organisationId: string | null;
}

/** Who reads all that was done to the things of a desk that lie in their place; of a house's own things there is one place. */
const WATCHING: Record<HistoryDesk, readonly string[]> = {
  // Reviewers would read what the other one ticked before they have judged themselves.
  admission: ['auditor'],
  goods: ['auditor', 'operator', 'finance', 'mediator', 'countyAgriculture', 'countyRevitalisation'],
  money: ['auditor', 'finance'],
  house: ['auditor', 'operator', 'finance'],
};

/** Things that lie in no county: of money the whole country's readers alone, of the house whoever works for it. */
const WITHOUT_PLACE: readonly HistoryDesk[] = ['money', 'house'];

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

export const deskOf = (kind: HistoryKind): HistoryDesk =>
  (Object.keys(HISTORY_KINDS) as HistoryDesk[]).find((desk) =>
    (HISTORY_KINDS[desk] as readonly string[]).includes(kind),
  )!;

/** What of the history of a kind of thing somebody may read. What an authority does about a supplier, it tells it itself. */
export function sightOf(kind: HistoryKind, grants: readonly Grant[]): Sight {
  const desk = deskOf(kind);
  const placed = !WITHOUT_PLACE.includes(desk);
  const watching = grants.filter(({ role, jurisdiction }) => {
    if (!WATCHING[desk].includes(role)) return false;
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
