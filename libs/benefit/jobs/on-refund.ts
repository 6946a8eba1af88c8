import { defineConsumer } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import { takeBackRebates } from '../actions/take-back-rebates';

/** A claim moved: what of it goes back takes its rebate with it. */
export const onClaimMoved = defineConsumer({
  consumer: 'benefit.onClaimMoved',
  event: 'afterSaleMoved',
  handle: (tx, events, kit) =>
    takeBackRebates(
      tx,
      kit.get<BenefitKit>(BENEFIT_KIT),
      events.map(({ payload }) => payload.supplierOrderId),
    ),
});

/** A dispute gave something back. */
export const onAward = defineConsumer({
  consumer: 'benefit.onAward',
  event: 'disputeAwarded',
  handle: (tx, events, kit) =>
    takeBackRebates(
      tx,
      kit.get<BenefitKit>(BENEFIT_KIT),
      events.map(({ payload }) => payload.supplierOrderId),
    ),
});
