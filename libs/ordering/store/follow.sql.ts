import { statement } from '@xihuo/platform';
import { sellersOf } from './who-hears';

export interface FollowedPart {
  id: string;
  supplier_id: string;
  state: string;
  placed_at: Date;
  paid_at: Date | null;
  shipped_at: Date | null;
  received_at: Date | null;
  released_at: Date | null;
  reminded_at: Date | null;
  extended_days: number | null;
  /** When the carrier had delivered all of it; null as long as one parcel is under way. */
  delivered_at: Date | null;
  remark: string | null;
  now: Date;
  /** By the rule, or sooner where its supplier promised that when it was ordered. */
  ship_within_hours: number;
  receipt_days: number;
  receipt_after_delivery_hours: number;
}

const SETTING = (key: string) =>
  `(registry.policy_on('${key}', (business.now at time zone 'Asia/Shanghai')::date) #>> '{}')::integer`;

/** As they were kept with the part when it was ordered; of one that was ordered before they were kept, as they are now. */
const SHIP_WITHIN_HOURS = `coalesce(part.ship_within_hours,
            least((select promise.ship_within_hours from admission.sending_promise_v promise where promise.supplier_id = part.supplier_id),
                  ${SETTING('fulfilment.shipWithinHours')}))`;

/** The parts of an order ($1), with what happened to each and when. */
export const followedParts = statement<FollowedPart>(
  'ordering.followed_parts',
  `select part.id, part.supplier_id, part.state, placed.placed_at, placed.paid_at, part.shipped_at, part.received_at, part.released_at,
          part.reminded_at, part.extended_days, remark.words as remark,
          (select case when bool_and(news.delivered_at is not null) then max(news.delivered_at) end
             from ordering.shipment left join ordering.parcel_news news on news.shipment_id = shipment.id
            where shipment.supplier_order_id = part.id and shipment.case_id is null) as delivered_at,
          business.now,
          ${SHIP_WITHIN_HOURS} as ship_within_hours, ${SETTING('fulfilment.autoReceiptDays')} as receipt_days,
          ${SETTING('fulfilment.autoReceiptAfterDeliveryHours')} as receipt_after_delivery_hours
     from (select platform.business_now() as now) business
    cross join ordering.supplier_order part
     join ordering.customer_order placed on placed.id = part.order_id
     left join ordering.part_remark remark on remark.supplier_order_id = part.id
    where part.order_id = $1 order by part.id`,
);

/** What took something off an order ($1), by name as it is called now; whoever bears it. */
export const promotionsOfOrder = statement<{
  id: string;
  kind: 'flashPrice' | 'campaignPrice' | 'fullReduction' | 'coupon';
  name_zh: string | null;
  name_en: string | null;
  fen: bigint;
}>(
  'ordering.promotions_of_order',
  `select discount.promotion_id as id, discount.kind, coalesce(own.name_zh, promotion.name_zh) as name_zh,
          coalesce(own.name_en, promotion.name_en) as name_en, sum(discount.discount_fen)::bigint as fen
     from ordering.order_line line
     join ordering.line_discount discount on discount.line_id = line.id
     left join catalogue.campaign_discount_v own on own.id = discount.promotion_id
     left join ordering.promotion on promotion.id = discount.promotion_id
    where line.order_id = $1
    group by discount.promotion_id, discount.kind, own.name_zh, own.name_en, promotion.name_zh, promotion.name_en
    order by fen desc, discount.promotion_id`,
);

/** Says that the seller of a part ($1) is reminded at $2: nothing where it does not wait, or was reminded after $3. */
export const markReminded = statement<{ order_number: string; sellers: string[] }>(
  'ordering.mark_reminded',
  `update ordering.supplier_order part set reminded_at = $2
     from ordering.customer_order placed
    where part.id = $1 and part.order_id = $4 and placed.id = part.order_id and part.state = 'toShip'
      and coalesce(part.reminded_at <= $3, true)
   returning placed.number as order_number, ${sellersOf('part.supplier_id')} as sellers`,
);

/** Puts the receipt of a part ($1 of order $2) off by $3 days: nothing where it is not on its way, or was put off before. */
export const putReceiptOff = statement<{ id: string }>(
  'ordering.put_receipt_off',
  `update ordering.supplier_order set extended_days = $3
    where id = $1 and order_id = $2 and state = 'shipped' and extended_days is null returning id`,
);

/** What buyers wrote to sellers, order by order: $1 parts, $2 words. */
export const keepRemarks = statement(
  'ordering.keep_remarks',
  `insert into ordering.part_remark (supplier_order_id, words) select * from unnest($1::uuid[], $2::text[])`,
);

/** A review of this line ($1) is written. */
export const markReviewed = statement(
  'ordering.mark_reviewed',
  'insert into ordering.reviewed_line (line_id) values ($1) on conflict do nothing',
);
