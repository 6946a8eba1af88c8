import { must } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import type { FreightRate, FreightTemplate } from '../../rules/pricing/freight';
import type { Pricing } from '../../rules/pricing/pricing';
import type { Benefit, Promotion } from '../../rules/pricing/promotion';
import {
  freightTemplatesById,
  loadPricingSql,
  type PricingRow,
  type PromotionJson,
} from '../../store/pricing/load-pricing.sql';

interface Wanted {
  readonly skuIds: readonly string[];
  readonly now: Date;
  /** Coupons that were chosen; null: all that the person holds. */
  readonly coupons: readonly string[] | null;
  readonly personId: string | null;
  /** Whether the prices for organisations are wanted too. */
  readonly tiers?: boolean;
}

/** Reads what a set of packs costs and why: in one statement, and one more where a template is met for the first time. */
export async function loadPricing(
  where: Tx | Database,
  { skuIds, now, coupons, personId, tiers }: Wanted,
): Promise<Pricing> {
  const values = [skuIds, now, coupons, personId, tiers ?? false];
  const read: Tx['sql'] = (wanted, given) => ('sql' in where ? where.sql(wanted, given) : where.read(wanted, given));
  const [row] = await read(loadPricingSql, values);
  must(row && row.stacking !== null, 'the setting promotion.stacking is in force');
  return pricingOf(row, await templatesOf(row, read));
}

/**
 * Templates that were met, by id: a row of them is never changed (nobody may), only followed by the next, and carrying those of forty
 * suppliers out of the database was most of what a large cart cost.
 */
const met = new Map<string, Omit<FreightTemplate, 'supplierId'>>();
const MOST_MET = 5_000;

async function templatesOf({ templates }: PricingRow, read: Tx['sql']): Promise<Pricing['templates']> {
  const holding = templates ?? [];
  const unmet = holding.flatMap(({ id }) => (met.has(id) ? [] : [id]));
  const fresh = unmet.length === 0 ? [] : await read(freightTemplatesById, [unmet]);
  const here = new Map(
    fresh.map(({ id, assumed_grams, rates }) => [id, { id, assumedGrams: assumed_grams, rates: rates.map(rateOf) }]),
  );
  const found = holding.map(({ id, supplierId }): [string, FreightTemplate] => {
    const template = here.get(id) ?? met.get(id);
    must(template, 'a template that holds is there');
    return [supplierId, { ...template, supplierId }];
  });
  if (met.size + here.size > MOST_MET) met.clear();
  here.forEach((template, id) => met.set(id, template));
  return new Map(found);
}

function pricingOf(row: PricingRow, templates: Pricing['templates']): Pricing {
  return {
    offers: new Map(
      (row.offers ?? []).map(({ skuId, priceFen, grams, ...offer }) => [
        skuId,
        { ...offer, id: skuId, unitFen: BigInt(priceFen), grams: grams === null ? null : BigInt(grams) },
      ]),
    ),
    templates,
    areas: new Map((row.areas ?? []).map(({ supplierId, codes }) => [supplierId, codes])),
    promotions: (row.promotions ?? []).map((json) => promotionOf(json, null)),
    coupons: new Map(
      (row.coupons ?? []).map((json) => [
        json.claimId,
        { personId: json.personId, promotion: promotionOf(json, json.claimId) },
      ]),
    ),
    stacking: row.stacking,
    tiers: tiersOf(row.tiers ?? []),
  };
}

function tiersOf(rows: NonNullable<PricingRow['tiers']>): Pricing['tiers'] {
  const tiers = new Map<string, { minimumPacks: number; priceFen: bigint }[]>();
  for (const { skuId, minimumPacks, priceFen } of rows)
    tiers.set(skuId, [...(tiers.get(skuId) ?? []), { minimumPacks, priceFen: BigInt(priceFen) }]);
  return tiers;
}

/** As it is kept: the contract judged it when it was written. */
export function rateOf(json: Record<string, unknown>): FreightRate {
  const { firstFen, stepFen, freeFromFen, ...rate } = json as unknown as Omit<
    FreightRate,
    'firstFen' | 'stepFen' | 'freeFromFen'
  > & { firstFen: string; stepFen: string; freeFromFen: string | null };
  return {
    ...rate,
    firstFen: BigInt(firstFen),
    stepFen: BigInt(stepFen),
    freeFromFen: freeFromFen === null ? null : BigInt(freeFromFen),
  };
}

function promotionOf(json: PromotionJson, claimId: string | null): Promotion {
  return {
    ...{ id: json.id, kind: json.kind, supplierId: json.supplierId, name: { zh: json.nameZh, en: json.nameEn } },
    acrossSuppliers: json.supplierId === null && json.funders.every(({ kind }) => kind !== 'supplier') && !json.skuIds,
    ...{ skuIds: json.skuIds, productIds: json.productIds, category: json.category, funders: json.funders, claimId },
    benefit: benefitOf(json),
  };
}

function benefitOf({ prices, percentBp, thresholdFen, reductionFen }: PromotionJson): Benefit {
  if (thresholdFen !== null && reductionFen !== null) {
    return { type: 'reduction', thresholdFen: BigInt(thresholdFen), reductionFen: BigInt(reductionFen) };
  }
  if (percentBp !== null) return { type: 'percent', bp: percentBp };
  return {
    type: 'price',
    prices: new Map(
      (prices ?? []).map(({ skuId, fen, left, each }) => [
        skuId,
        { fen: BigInt(fen), most: left ?? MANY, each: each ?? MANY },
      ]),
    ),
  };
}

/** Promotions of which one person may have only so many packs. */
export function limitedPromotions({ promotions }: Pricing): string[] {
  return promotions.flatMap(({ id, benefit }) =>
    benefit.type === 'price' && [...benefit.prices.values()].some(({ each }) => each < MANY) ? [id] : [],
  );
}

/** More packs than a line may hold. */
const MANY = 1_000_000;
