/** Payments to suppliers that banks told of, made or sent back, and that stand on no statement yet: `item` and `event` of each. */
export const UNSTATED_PAYMENTS = `settlement.payout_item item
       join settlement.payout_event event on event.item_id = item.id and event.event in ('pay', 'bounce') and item.purpose = 'payable'
        and not exists (select from settlement.payout_stated stated where stated.item_id = event.item_id and stated.event = event.event)`;
