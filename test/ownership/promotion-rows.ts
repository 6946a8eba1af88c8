import type { CallerName } from './callers';
import { row, type Row } from './table';
import type { World } from './world';

/** The platform's promotions lie in no county: they are every operator's. */
const KEEPERS: readonly CallerName[] = ['operator', 'operatorElsewhere'];
const OWNER: readonly CallerName[] = ['supplier'];
const BUYERS: readonly CallerName[] = ['account', 'otherAccount', 'businessBuyer', 'otherBuyer'];

const money = (amount: string) => ({ amount, currency: 'CNY' });
const terms = {
  ...{ kind: 'fullReduction', name: { zh: '示例满减', en: 'Example' } },
  ...{ startsAt: '2026-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z' },
  ...{ threshold: money('10000'), reduction: money('1000') },
};
const freight = {
  assumedGrams: 500,
  rates: [
    {
      ...{ storage: 'ambient', regions: ['000000'], served: true, firstGrams: 1_000, first: money('0') },
      ...{ stepGrams: 1_000, step: money('0'), freeFrom: null },
    },
  ],
};

const own =
  (body?: object): Row['make'] =>
  ({ offer }) =>
    Promise.resolve({ ids: { supplierId: offer.supplierId }, ...(body ? { body } : {}) });

/** With the version of the templates that stand. */
const toReplace: Row['make'] = async (world) => {
  const made = await own(freight)(world);
  const { version } = await world.granted(OWNER[0]!, 'GET /suppliers/{supplierId}/freight', made);
  return { ...made, version: version as number };
};

/** A draft of the supplier's, or of the platform's (drafted by nobody who asks). */
async function drafted({ house, offer }: World, supplierId: string | null) {
  const funder = { kind: supplierId ? 'supplier' : 'platform', organisationId: null, shareBp: 10_000 };
  const [made] = await house.rows<{ id: string }>(
    `insert into ordering.promotion (id, supplier_id, kind, name_zh, name_en, starts_at, ends_at, threshold_fen, reduction_fen,
                                     funders, created_at)
     values (uuidv7(), $1, 'fullReduction', '示例', 'Example', '2026-01-01', '2099-01-01', 10000, 1000, $2, now()) returning id`,
    [supplierId, JSON.stringify([funder])],
  );
  return { ids: { id: made!.id, ...(supplierId ? { supplierId: offer.supplierId } : {}) } };
}
const ownDraft = (world: World) => drafted(world, world.offer.supplierId);
const platformDraft = (world: World) => drafted(world, null);
const ending =
  (of: (world: World) => ReturnType<typeof drafted>): Row['make'] =>
  async (world) => ({ ...(await of(world)), body: { reason: '示例原因' } });

const coupon: Row['make'] = async ({ shop }) => ({
  ids: { id: await shop.promotions.running({ kind: 'coupon', thresholdFen: 1_000n, reductionFen: 100n }) },
});

export const promotionRows: readonly Row[] = [
  row('GET /suppliers/{supplierId}/freight', 'own templates', OWNER, own()),
  row('POST /suppliers/{supplierId}/freight', 'a template', OWNER, toReplace),
  row('GET /suppliers/{supplierId}/promotions', 'own promotions', OWNER, own()),
  row('POST /suppliers/{supplierId}/promotions', 'a promotion', OWNER, own(terms)),
  row('POST /suppliers/{supplierId}/promotions/{id}/publish', 'an own draft', OWNER, ownDraft),
  row('POST /suppliers/{supplierId}/promotions/{id}/end', 'an own draft', OWNER, ending(ownDraft)),
  row('POST /promotions/{id}/publish', 'a draft of the platform', KEEPERS, platformDraft),
  row('POST /promotions/{id}/end', 'a draft of the platform', KEEPERS, ending(platformDraft)),
  row('POST /coupons/{id}/claims', 'a coupon', BUYERS, coupon),
];
