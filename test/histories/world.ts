import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { refunds, ProviderError } from '@xihuo/payment';
import { Notices, Vault } from '@xihuo/platform';
import { openShop, testMasterKey, type Offer, type Shop } from '@xihuo/testing';
import { openPurchaser, type Purchaser } from './purchases';

type Till = Parameters<typeof refunds.send>[0];

/** What all histories of a database trade in: five offers of three suppliers, every kind of discount, and an honest provider. */
export interface World {
  shop: Shop;
  offers: Offer[];
  lots: Map<string, string>;
  funder: string;
  /** Promotions that give coupons: a supplier's own, the platform's, one that an organisation pays for. */
  coupons: string[];
  kit: { vault: Vault; notices: Notices };
  till: Till;
  /** Days gone by; business time never goes back. */
  day: number;
  receipts: number;
  /** Organisations that buy here, by how they pay. */
  purchasers: Readonly<Record<'onTerms' | 'payFirst', Purchaser>>;
}

const PRICES = [999n, 1_001n, 333n, 12_345n, 7n];

export async function openWorld(): Promise<World> {
  const shop = await openShop();
  const suppliers = [await shop.supplier(), await shop.supplier(), await shop.supplier()];
  const funder = await shop.supplier();
  const offers: Offer[] = [];
  for (const [at, priceFen] of PRICES.entries())
    offers.push(
      await shop.offer({ supplierId: suppliers[at % 3]!, priceFen, stock: 1_000_000, perishable: at % 2 === 1 }),
    );
  const lots = new Map<string, string>();
  for (const offer of offers) lots.set(offer.productId, await shop.lot(offer, 1_000_000_000n));
  const coupons = await discounts(shop, { suppliers, funder, offers });
  await shop.rows(`insert into registry.policy (key, value, effective_from, source)
                   select 'fee.platformBp', '137', (platform.business_now() at time zone 'Asia/Shanghai')::date, 'test'`);
  const vault = new Vault(testMasterKey);
  const till = { database: shop.database, providerName: 'test', provider: honestProvider() } as unknown as Till;
  return {
    ...{ shop, offers, lots, funder, coupons, till, kit: { vault, notices: new Notices(vault) } },
    ...{ day: 0, receipts: 0 },
    purchasers: {
      onTerms: await openPurchaser(shop, 'onTerms'),
      payFirst: await openPurchaser(shop, 'payFirst'),
    },
  };
}

async function discounts(
  { promotions }: Shop,
  { suppliers, funder, offers }: { suppliers: string[]; funder: string; offers: Offer[] },
): Promise<string[]> {
  const organisation = { kind: 'organisation' as const, organisationId: funder };
  const platform = { kind: 'platform' as const, organisationId: null };
  await promotions.freight(suppliers[0]!, { firstFen: 601n, stepFen: 97n });
  await promotions.freight(suppliers[1]!, { firstFen: 5n, stepFen: 1n, freeFromFen: 20_000n });
  await promotions.running({
    ...{ kind: 'fullReduction', thresholdFen: 1_500n, reductionFen: 499n },
    funders: [
      { ...organisation, shareBp: 3_333 },
      { ...platform, shareBp: 6_667 },
    ],
  });
  await promotions.running({ supplierId: suppliers[2]!, kind: 'fullReduction', thresholdFen: 900n, reductionFen: 11n });
  await promotions.running({
    ...{ supplierId: suppliers[0]!, kind: 'flashPrice' },
    prices: [{ skuId: offers[0]!.skuId, fen: 701n, most: 500_000, each: 2 }],
  });
  const coupon = { kind: 'coupon' as const, thresholdFen: 300n };
  return [
    await promotions.running({ ...coupon, supplierId: suppliers[1]!, reductionFen: 50n }),
    await promotions.running({ ...coupon, reductionFen: 299n }),
    await promotions.running({ ...coupon, reductionFen: 123n, funders: [{ ...organisation, shareBp: 10_000 }] }),
  ];
}

/** Pays back every attempt once, by its name; of some the first answer is lost, as answers are. */
function honestProvider() {
  const done = new Map<string, bigint>();
  return {
    refund: ({ refundId, amountFen }: { refundId: string; amountFen: money.Fen }) => {
      const known = done.get(refundId);
      done.set(refundId, amountFen);
      if (known === undefined && refundId.charCodeAt(7) % 4 === 0)
        return Promise.reject(new ProviderError('unknown', 'lost'));
      const nothing = { recoveredFen: money.ZERO, shortfallFen: money.ZERO };
      return Promise.resolve({ refundRef: `re_${refundId}`, state: 'succeeded', amountFen, ...nothing });
    },
  };
}

/** Somebody with one coupon of each kind. */
export async function couponsOf({ shop, coupons }: World): Promise<{ personId: string; ids: string[] }> {
  const personId = randomUUID();
  const rows = await shop.rows<{ id: string }>(
    `insert into ordering.coupon (promotion_id, person_id, claimed_at)
     select promotion, $2, platform.business_now() from unnest($1::uuid[]) promotion returning id`,
    [coupons, personId],
  );
  return { personId, ids: rows.map((row) => row.id) };
}
