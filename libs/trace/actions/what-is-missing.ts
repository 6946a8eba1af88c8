import { packs } from '@xihuo/catalogue';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database, Grant } from '@xihuo/platform';
import { lotsAtHand } from '../store/lot-list.sql';

type Key = 'GET /suppliers/{supplierId}/products/{productId}/to-sell';
type Step = ResponseOf<Key>['steps'][number];

/**
 * What is missing before a product may be sold, answered in one place: catalogue's steps, and the lot every shipment must name. It
 * keeps nobody from ordering, so it opens no shelf and shuts none. @throws ProblemError NOT_FOUND
 */
export async function everythingMissing(
  database: Database,
  grants: readonly Grant[],
  own: InputOf<Key>['params'],
): Promise<ResponseOf<Key>> {
  const way = await packs.whatIsMissing(database, grants, own);
  const [row] = await database.read(lotsAtHand, [own.supplierId, own.productId]);
  must(row, 'a count has its row');
  const marks = way.steps.filter((step) => step.for === 'mark');
  return { ...way, steps: [...way.steps.filter((step) => step.for !== 'mark'), lotStep(row.lots), ...marks] };
}

function lotStep(lots: number): Step {
  const met = lots > 0;
  return {
    ...{ step: 'lotAtHand', for: 'shipping', met, turn: met ? null : 'supplier', place: 'lots' },
    sentence: met
      ? { zh: `有 ${lots} 个批次可以发货`, en: `${lots} ${lots === 1 ? 'lot' : 'lots'} to ship from` }
      : {
          zh: '还没有可发货的批次，接单后无法发货',
          en: 'No lot to ship from: orders could not leave',
        },
  };
}
