import { randomUUID } from 'node:crypto';
import type { CallerName } from './callers';
import { recallBy } from './lot-rows';
import { dossierOf } from './product-rows';
import { row, type Row } from './table';
import type { Made, World } from './world';

/** Whose desk goods of the county lie on, and their supplier. */
const OF_GOODS: readonly CallerName[] = [
  ...(['supplier', 'countyAgriculture', 'countyRevitalisation', 'auditor', 'operator', 'finance', 'mediator'] as const),
];
/** Nobody who judges: reviewers have not judged yet. */
const OF_ADMISSION: readonly CallerName[] = ['supplier', 'auditor'];
const OF_THE_HOUSE: readonly CallerName[] = ['auditor', 'auditorElsewhere', 'operator', 'operatorElsewhere', 'finance'];

const history = (
  thing: string,
  kind: string,
  allowed: readonly CallerName[],
  idOf: (world: World) => Promise<string>,
) =>
  row('GET /history/{kind}/{id}', thing, allowed, async (world): Promise<Made> => ({
    ids: { kind, id: await idOf(world) },
  }));

/** What was done to things of each desk. */
export const historyRows: Row[] = [
  history('a lot', 'lot', OF_GOODS, ({ shop, offer }) => shop.lot(offer, 1_000n)),
  history('a recall', 'recall', OF_GOODS, async (world) => (await recallBy('supplier')(world)).ids!['id'] as string),
  history('a dossier', 'dossier', OF_ADMISSION, async (world) => (await dossierOf(world)).ids!['id'] as string),
  // Of these the readers are known before the thing is.
  history('a run of payouts', 'payoutRun', ['finance'], async () => randomUUID()),
  history('a campaign', 'campaign', OF_THE_HOUSE, async () => randomUUID()),
];
