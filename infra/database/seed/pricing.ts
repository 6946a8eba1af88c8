import type { InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { selling } from '@xihuo/ordering';
import { statement, type Tx } from '@xihuo/platform';
import { actingIn, Cast } from './cast';
import type { SeedStep } from './step';

type Freight = InputOf<'POST /suppliers/{supplierId}/freight'>['body'];

const DAY_MS = 86_400_000;
const fen = (amount: number | bigint) => ({ amount: String(amount), currency: 'CNY' as const });

type Rate = Freight['rates'][number];
const FAR = ['540000', '650000'];
const MAINLAND = ['000000'];

const rate = (
  storage: Rate['storage'],
  regions: string[],
  first: number,
  step: number,
  freeFrom: number | null,
): Rate => ({
  ...{ storage, regions, served: true, firstGrams: 1_000, first: fen(first), stepGrams: 1_000, step: fen(step) },
  freeFrom: freeFrom === null ? null : fen(freeFrom),
});

/** What parcels cost: far more than near, and free from a sum on; what has to be kept cold does not go to the far places. */
const FREIGHT: Freight = {
  assumedGrams: 1_000,
  rates: [
    rate('ambient', MAINLAND, 600, 150, 9_900),
    rate('ambient', FAR, 1_500, 800, null),
    rate('chilled', MAINLAND, 1_200, 300, 19_900),
    { ...rate('chilled', FAR, 0, 0, null), served: false },
    rate('frozen', MAINLAND, 1_800, 400, 29_900),
    { ...rate('frozen', FAR, 0, 0, null), served: false },
  ],
};

interface Seller {
  supplier_id: string;
  reference: string;
  sku_id: string;
  price_fen: bigint;
}

/** Four suppliers with goods at hand, each with its dearest pack. */
const sellersWithGoods = statement<Seller>(
  'seed.sellers_with_goods',
  `select offer.supplier_id, supplier.reference,
          (array_agg(offer.sku_id order by offer.price_fen desc, offer.sku_id))[1] as sku_id, max(offer.price_fen) as price_fen
     from catalogue.offer_v offer join registry.organisation_v supplier on supplier.id = offer.supplier_id
    where offer.for_sale and offer.stock_state = 'inStock'
    group by offer.supplier_id, supplier.reference order by min(offer.slug) desc limit 4`,
);

/** What each of them offers: a price for few packs, something less in a campaign, something off a sum, a coupon. */
async function ownOffers(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const time = { startsAt: tx.now.toISOString(), endsAt: new Date(tx.now.getTime() + 60 * DAY_MS).toISOString() };
  const sellers = await tx.sql(sellersWithGoods);
  const offers = [
    ({ sku_id: skuId, price_fen: price }: Seller) => ({
      ...{ kind: 'flashPrice' as const, name: { zh: '限时特价', en: 'Flash price' }, ...time },
      prices: [{ skuId, price: fen((price * 8n) / 10n), packsMost: 200, packsEach: 5 }],
    }),
    () => ({
      ...{ kind: 'campaignPrice' as const, name: { zh: '新品九折', en: 'A tenth off what is new' }, ...time },
      ...{ percentBp: 1_000, productIds: null },
    }),
    () => ({
      ...{ kind: 'fullReduction' as const, name: { zh: '满 100 减 10', en: '10 yuan off from 100' }, ...time },
      ...{ threshold: fen(10_000), reduction: fen(1_000), productIds: null },
    }),
    () => ({
      ...{ kind: 'coupon' as const, name: { zh: '店铺券 满 59 减 6', en: '6 yuan off from 59' }, ...time },
      ...{ threshold: fen(5_900), reduction: fen(600), claimsMost: 500, claimsEach: 1, productIds: null },
    }),
  ];
  for (const [at, seller] of sellers.entries()) {
    const clerk = actingIn(tx)(cast.clerk(seller.reference));
    await selling.replaceFreight(clerk, seller.supplier_id, FREIGHT);
    const { id } = await selling.draftOwn(clerk, seller.supplier_id, offers[at]!(seller));
    await selling.step(clerk, { id, supplierId: seller.supplier_id, event: 'publish' });
  }
  must(sellers.length > 0, 'there are goods to sell');
}

/** Of the platform: drafted by one operator and published by another, since it promises money. */
async function platformCoupon(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const [drafter, publisher] = [actingIn(tx)(cast.operator(0)), actingIn(tx)(cast.operator(1))];
  const { id } = await selling.draftPlatform(drafter, {
    ...{ kind: 'coupon', name: { zh: '西货东输券 满 199 减 20', en: '20 yuan off from 199' } },
    ...{ startsAt: tx.now.toISOString(), endsAt: new Date(tx.now.getTime() + 60 * DAY_MS).toISOString() },
    ...{ threshold: fen(19_900), reduction: fen(2_000), claimsMost: 5_000, claimsEach: 1, category: null },
    funders: [{ kind: 'platform', organisationId: null, shareBp: 10_000 }],
  });
  await selling.step(publisher, { id, supplierId: null, event: 'publish' });
}

/** Prices of parcels, and what is taken off: after the story, which was sold at plain prices. */
export const pricingSteps: readonly SeedStep[] = [
  { name: 'pricing.own', daysAgo: 0, run: ownOffers },
  { name: 'pricing.platform', daysAgo: 0, run: platformCoupon },
];
