import type { Bought } from './steps';

/** What must be so of a few orders by themselves, cheap enough to ask after every history; `over`: once all has come to its end. */
export function openInvariants(
  all: readonly Bought[],
  when: 'under way' | 'over' = 'under way',
): Record<string, string> {
  const ids = all.map(({ order }) => `'${order.id}'`).join(', ');
  const underWay = {
    'never more goes back than was captured, of a part and of a line (I3)': `
      select (select count(*) from payment.leg join payment.payment on payment.id = leg.payment_id
               where payment.order_id in (${ids}) and leg.refund_fen > case payment.state when 'captured' then leg.amount_fen else 0 end)
           + (select count(*) from ordering.line_money_v where order_id in (${ids}) and free_fen < 0)`,
    'what is promised back of a part is what its cases and disputes say': `
      select count(*) from ordering.supplier_order part
        cross join lateral (select coalesce(sum(amount_fen), 0) as fen from payment.refund
                             where supplier_order_id = part.id and source_kind <> 'unmatched') asked
        cross join lateral (select asked.fen + coalesce(sum(amount_fen), 0) as fen from ordering.credit_note
                             where supplier_order_id = part.id) promised
        cross join lateral (
          select coalesce((select sum(refund_fen) from ordering.line_progress where supplier_order_id = part.id), 0)
               + coalesce((select sum(refund_fen) from ordering.line_hold where supplier_order_id = part.id), 0) as fen) said
        left join ordering.purchase_order purchase on purchase.order_id = part.order_id
        -- On terms nothing is promised of what is not owed yet: it is owed without it.
       where part.order_id in (${ids}) and promised.fen <> said.fen
         and (purchase.id is null or exists (select from ordering.receivable owed where owed.supplier_order_id = part.id
                                                and owed.amount_fen = part.amount_fen))`,
    'a coupon is used by an order of which something is left': `
      select count(*) from ordering.coupon join ordering.promotion on promotion.id = coupon.promotion_id
       where coupon.order_id in (${ids})
         and not exists (select from ordering.supplier_order part where part.order_id = coupon.order_id and part.state <> 'cancelled'
                          and (promotion.supplier_id is null or promotion.supplier_id = part.supplier_id))`,
    'packs at a price are counted while somebody keeps them': `
      select count(*) from ordering.promotion_take take
        join ordering.order_line line on line.order_id = take.order_id and line.sku_id = take.sku_id
        join ordering.customer_order bought on bought.id = line.order_id
        left join ordering.line_progress progress on progress.line_id = line.id
       where line.order_id in (${ids})
         and take.packs - take.back_packs <> case bought.state when 'cancelled' then 0
               else least(take.packs, line.quantity - coalesce(progress.cancelled_packs, 0)) end`,
  };
  return when === 'under way' ? underWay : { ...underWay, ...overInvariants(ids) };
}

/** @param ids of orders, as SQL takes them */
const overInvariants = (ids: string): Record<string, string> => ({
  'what was captured has gone back or is settled, to the fen (I2)': `
    select count(*) from ordering.order_line line
      join payment.payment on payment.order_id = line.order_id and payment.state = 'captured' and payment.refund_due_at is null
      left join ordering.line_progress progress on progress.line_id = line.id
      cross join lateral (select coalesce(sum(refund_fen), 0) as fen, count(*) filter (where closed_at is null) as open
                            from ordering.line_hold hold where hold.line_id = line.id) kept
      cross join lateral (select coalesce(sum(gross_fen - refund_fen), 0) as fen from settlement.line done where done.line_id = line.id) settled
     where line.order_id in (${ids})
       and (kept.open > 0 or line.amount_fen <> coalesce(progress.refund_fen, 0) + kept.fen + settled.fen)`,
  'what an organisation was billed has been credited or is settled, to the fen, and nothing of it is open': `
    select count(*) from ordering.order_line line
      join ordering.receivable owed on owed.supplier_order_id = line.supplier_order_id
      left join ordering.line_progress progress on progress.line_id = line.id
      cross join lateral (select coalesce(sum(refund_fen), 0) as fen, count(*) filter (where closed_at is null) as open
                            from ordering.line_hold hold where hold.line_id = line.id) kept
      cross join lateral (select coalesce(sum(gross_fen - refund_fen), 0) as fen from settlement.line done where done.line_id = line.id) settled
     where line.order_id in (${ids})
       and (owed.open_fen > 0 or kept.open > 0 or line.amount_fen <> coalesce(progress.refund_fen, 0) + kept.fen + settled.fen)`,
  'an order of an organisation is paid or over': `
    select count(*) from ordering.customer_order placed where placed.id in (${ids}) and placed.organisation_id is not null
       and placed.state <> 'cancelled' and (placed.state <> 'paid'
         and exists (select from ordering.supplier_order part where part.order_id = placed.id and part.state <> 'cancelled'))`,
  'funders owe all of what they gave where nothing went back, nothing where all did, and have paid it': `
    select count(*) from ordering.line_discount discount join ordering.order_line line on line.id = discount.line_id
      join ordering.supplier_order part on part.id = line.supplier_order_id
      left join ordering.line_progress progress on progress.line_id = line.id
      cross join lateral (select coalesce(sum(refund_fen), 0) as fen from ordering.line_hold hold where hold.line_id = line.id) kept
      cross join lateral (select coalesce(progress.refund_fen, 0) + kept.fen as fen) back
      cross join lateral (select coalesce(sum(amount_fen), 0) as fen, coalesce(sum(received_fen), 0) as received
                            from settlement.subsidy where discount_id = discount.id) owed
     where line.order_id in (${ids}) and discount.funder_kind <> 'supplier'
       and (owed.fen <> owed.received
            or (part.state = 'released' and back.fen = 0 and owed.fen <> discount.discount_fen)
            or ((part.state <> 'released' or back.fen = line.amount_fen) and owed.fen <> 0))`,
  'what a funder paid is settled with its line': `
    select count(*) from ordering.order_line line
      cross join lateral (select coalesce(sum(amount_fen), 0) as fen from settlement.subsidy_part where line_id = line.id) paid
      cross join lateral (select coalesce(sum(subsidy_fen), 0) as fen from settlement.line done where done.line_id = line.id) settled
     where line.order_id in (${ids}) and paid.fen <> settled.fen`,
  'every part has come to an end, and every refund has arrived': `
    select (select count(*) from ordering.supplier_order where order_id in (${ids}) and state not in ('released', 'cancelled'))
         + (select count(*) from payment.refund join payment.payment on payment.id = refund.payment_id
             where payment.order_id in (${ids}) and refund.state <> 'succeeded')`,
});
