import { randomUUID } from 'node:crypto';
import type { Field } from './field';

interface PromotionWanted {
  supplierId?: string | null;
  kind: 'flashPrice' | 'campaignPrice' | 'fullReduction' | 'coupon';
  thresholdFen?: bigint;
  reductionFen?: bigint;
  percentBp?: number;
  /** Who pays for it; the platform, or the supplier it is of, where nobody is named. */
  funders?: { kind: 'platform' | 'organisation'; organisationId: string | null; shareBp: number }[];
  /** Packs at a price. */
  prices?: { skuId: string; fen: bigint; most?: number; each?: number }[];
}

/** What suppliers and the platform take off and ask for sending, by plain rows that hold from now on. */
export interface Promotions {
  running(wanted: PromotionWanted): Promise<string>;
  /** A coupon of a promotion in somebody's hands. */
  coupon(promotionId: string, personId: string): Promise<string>;
  /** First and further kilogram, in fen, everywhere but where it says otherwise. */
  freight(
    supplierId: string,
    rate: { firstFen: bigint; stepFen: bigint; freeFromFen?: bigint; notTo?: string[] },
  ): Promise<string>;
}

export function promotionsOf({ rows }: Pick<Field, 'rows'>): Promotions {
  return {
    async running({ supplierId = null, kind, thresholdFen, reductionFen, percentBp, funders, prices = [] }) {
      const id = randomUUID();
      const funder = { kind: supplierId === null ? 'platform' : 'supplier', organisationId: null, shareBp: 10_000 };
      await rows(
        `insert into ordering.promotion (id, supplier_id, kind, state, name_zh, name_en, starts_at, ends_at, percent_bp,
                                         threshold_fen, reduction_fen, funders, claims_most, created_at)
         values ($1, $2, $3, 'published', '示例优惠', 'Example promotion', platform.business_now() - interval '1 hour',
                 platform.business_now() + interval '1 year', $4, $5, $6, $7, $8, platform.business_now())`,
        [
          ...[id, supplierId, kind, percentBp ?? null, thresholdFen ?? null, reductionFen ?? null],
          ...[JSON.stringify(funders ?? [funder]), kind === 'coupon' ? 100 : null],
        ],
      );
      for (const { skuId, fen, most = null, each = null } of prices) {
        await rows(
          `insert into ordering.promotion_price (promotion_id, sku_id, price_fen, packs_most, packs_each) values ($1, $2, $3, $4, $5)`,
          [id, skuId, fen, most, each],
        );
      }
      return id;
    },
    async coupon(promotionId, personId) {
      const [made] = await rows<{ id: string }>(
        `insert into ordering.coupon (promotion_id, person_id, claimed_at) values ($1, $2, platform.business_now()) returning id`,
        [promotionId, personId],
      );
      return made!.id;
    },
    async freight(supplierId, { firstFen, stepFen, freeFromFen, notTo = [] }) {
      const rate = (regions: string[], served: boolean) => ({
        ...{ storage: 'ambient', regions, served, firstGrams: 1_000, firstFen: String(firstFen), stepGrams: 1_000 },
        ...{ stepFen: String(stepFen), freeFromFen: freeFromFen === undefined ? null : String(freeFromFen) },
      });
      const rates = [rate(['000000'], true), ...(notTo.length > 0 ? [rate(notTo, false)] : [])];
      const [made] = await rows<{ id: string }>(
        `insert into ordering.freight_template (supplier_id, effective_from, assumed_grams, rates, created_at)
         values ($1, platform.business_now() - interval '1 second', 500, $2, platform.business_now()) returning id`,
        [supplierId, JSON.stringify(rates)],
      );
      return made!.id;
    },
  };
}
