import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { WantedTerms } from '../../rules/business/terms';

/** As they are kept with an order: never changed afterwards. */
export interface FrozenTerms extends WantedTerms {
  law: string;
  acceptanceDays: number;
  lateInterestPer100k: number;
}

export interface PurchaseRow {
  id: string;
  number: string;
  own_number: string;
  organisation_id: string;
  organisation_name: string;
  site_id: string;
  site_name: string;
  state: machines.PurchaseState;
  terms: FrozenTerms;
  amount_fen: bigint;
  note: string;
  levels: number[];
  requested_by: string;
  requested_by_name: string;
  requested_at: Date;
  issued_at: Date | null;
  order_id: string | null;
  pay_code: string;
  open_fen: bigint;
  decided_by: string[];
  /** The first step nobody has decided; null where all are. */
  next_level: number | null;
}

const PURCHASE = `
  select purchase.id, purchase.number, purchase.own_number, purchase.organisation_id, organisation.name_zh as organisation_name, purchase.site_id,
         site.name as site_name, purchase.state, purchase.terms, purchase.amount_fen, purchase.note, purchase.levels,
         purchase.requested_by, requester.display_name as requested_by_name, purchase.requested_at, purchase.issued_at,
         purchase.order_id, purchase.pay_code,
         (select coalesce(sum(owed.open_fen), 0)::bigint from ordering.receivable owed where owed.purchase_order_id = purchase.id) as open_fen,
         coalesce(taken.by, '{}') as decided_by,
         (select min(level) from unnest(purchase.levels) as level where level <> all (coalesce(taken.levels, '{}'))) as next_level
    from ordering.purchase_order purchase
    join ordering.delivery_site site on site.id = purchase.site_id
    join registry.organisation_v organisation on organisation.id = purchase.organisation_id
    join identity.person_v requester on requester.id = purchase.requested_by
   cross join lateral (
     select array_agg(step.decided_by) as by, array_agg(step.level) as levels
       from ordering.purchase_step step where step.purchase_order_id = purchase.id) taken`;

/** A purchase order of an organisation the person acts for; somebody else's is not there. $1 order, $2 person. */
export const purchaseOf = statement<PurchaseRow>(
  'ordering.purchase_of',
  `${PURCHASE}
    where purchase.id = $1
      and exists (select from ordering.business_member me
                    join identity.role_grant_v held on held.person_id = me.person_id and held.role = 'businessBuyer'
                     and held.organisation_id = me.organisation_id
                   where me.organisation_id = purchase.organisation_id and me.person_id = $2)`,
);

/**
 * The newest first; $4 whether only those that wait for this person ($2), by level $5. $3 the last of the page before, $7 words of a
 * number, or null.
 */
export const purchaseList = statement<PurchaseRow>(
  'ordering.purchase_list',
  `select * from (${PURCHASE}
    where purchase.organisation_id = $1 and ($3::uuid is null or purchase.id < $3)
      and ($7::text is null or strpos(purchase.number, $7) > 0 or strpos(lower(purchase.own_number), lower($7)) > 0)
      and (not $4::boolean or (purchase.state = 'awaitingApproval' and purchase.requested_by <> $2))) found
    where not $4::boolean or (found.next_level <= $5::smallint and $2::uuid <> all (found.decided_by))
    order by id desc limit $6`,
);

export const lockPurchase = statement<{ id: string }>(
  'ordering.lock_purchase',
  'select id from ordering.purchase_order where id = $1 for update',
);

/** What this person ($2) has ordered for the organisation ($1) without anybody's approval since $3. */
export const orderedAlone = statement<{ fen: bigint }>(
  'ordering.ordered_alone',
  `select coalesce(sum(amount_fen), 0)::bigint as fen from ordering.purchase_order
    where organisation_id = $1 and requested_by = $2 and levels = '{}' and requested_at > $3`,
);

/** $1..$12 the order; $13..$16 one element a line. A known id with the same content is told by its number. */
export const insertPurchase = statement<{ id: string }>(
  'ordering.insert_purchase',
  `with made as (
     insert into ordering.purchase_order (id, number, organisation_id, site_id, state, terms, amount_fen, note, levels,
                                          requested_by, requested_at, pay_code, own_number)
     values ($1, $2, $3, $4, 'awaitingApproval', $5::jsonb, $6, $7, $8::smallint[], $9, $10, $11, $12) returning id
   ), line as (
     insert into ordering.purchase_line (purchase_order_id, position, sku_id, quantity, unit_price_fen, product_name, pack, supplier_name, via)
     select made.id, item.position, item.sku_id, item.quantity, item.unit_price_fen, offer.name_zh, offer.pack, supplier.name_zh,
            item.via::jsonb
       from made
      cross join unnest($13::uuid[], $14::integer[], $15::bigint[], $16::text[]) with ordinality
            as item (sku_id, quantity, unit_price_fen, via, position)
       join catalogue.offer_v offer on offer.sku_id = item.sku_id
       join registry.organisation_v supplier on supplier.id = offer.supplier_id
   )
   select id from made`,
);

export interface PurchaseLineRow {
  sku_id: string;
  product_name: string;
  pack: string;
  supplier_name: string;
  quantity: number;
  unit_price_fen: bigint;
  via: { venue?: string; campaign?: string; lead?: string } | null;
}

export const linesOfPurchase = statement<PurchaseLineRow>(
  'ordering.lines_of_purchase',
  `select sku_id, product_name, pack, supplier_name, quantity, unit_price_fen, via from ordering.purchase_line
    where purchase_order_id = $1 order by position`,
);

export const insertStep = statement(
  'ordering.insert_purchase_step',
  `insert into ordering.purchase_step (purchase_order_id, level, decision, decided_by, note, decided_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

export interface StepRow {
  level: number;
  decision: 'approved' | 'rejected';
  by: string;
  note: string;
  decided_at: Date;
}

export const stepsOfPurchase = statement<StepRow>(
  'ordering.steps_of_purchase',
  `select step.level, step.decision, person.display_name as by, step.note, step.decided_at
     from ordering.purchase_step step join identity.person_v person on person.id = step.decided_by
    where step.purchase_order_id = $1 order by step.level`,
);

/** Nothing where they were looked at before: what was found then stays. */
export const insertPapersCheck = statement<{ supplier_order_id: string }>(
  'ordering.insert_papers_check',
  `insert into ordering.papers_check (supplier_order_id, missing, checked_by, checked_at) values ($1, $2, $3, $4)
   on conflict (supplier_order_id) do nothing returning supplier_order_id`,
);

export interface PapersCheckRow {
  supplier_order_id: string;
  missing: string;
  by: string;
  checked_at: Date;
}

export const papersChecksOfPurchase = statement<PapersCheckRow>(
  'ordering.papers_checks_of_purchase',
  `select looked.supplier_order_id, looked.missing, person.display_name as by, looked.checked_at
     from ordering.purchase_order purchase
     join ordering.supplier_order part on part.order_id = purchase.order_id
     join ordering.papers_check looked on looked.supplier_order_id = part.id
     join identity.person_v person on person.id = looked.checked_by
    where purchase.id = $1 order by looked.checked_at, looked.supplier_order_id`,
);

export const endPurchase = statement<{ id: string }>(
  'ordering.end_purchase',
  `update ordering.purchase_order set state = $2 where id = $1 and state = any ($3::text[]) returning id`,
);

export const issuePurchase = statement<{ id: string }>(
  'ordering.issue_purchase',
  `update ordering.purchase_order set state = 'issued', order_id = $2, issued_at = $3
    where id = $1 and state = any ($4::text[]) returning id`,
);

/** The order goes ahead unpaid: suppliers may ship at once. */
export const drawOnTerms = statement<{ id: string }>(
  'ordering.draw_on_terms',
  `with drawn as (
     update ordering.customer_order set state = 'onTerms' where id = $1 and state = any ($2::text[]) returning id
   ), part as (
     update ordering.supplier_order set state = 'toShip' from drawn
      where supplier_order.order_id = drawn.id and supplier_order.state = 'awaitingPayment'
   )
   select id from drawn`,
);

/** An organisation that pays first has days, since its own people pay in working hours. */
export const payWithin = statement(
  'ordering.pay_within',
  'update ordering.customer_order set pay_by = $2 where id = $1',
);
