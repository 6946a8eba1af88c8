import { defineConsumer } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import { oweConfirmedDeliveries } from '../actions/release-held';

/** Deliveries that stand are owed, whether or not the lot ever sells. */
export const onDeliveryConfirmed = defineConsumer({
  consumer: 'benefit.onDeliveryConfirmed',
  event: 'deliveryConfirmed',
  handle: (tx, events, kit) =>
    oweConfirmedDeliveries(
      tx,
      kit.get<BenefitKit>(BENEFIT_KIT),
      events.map(({ payload }) => payload),
    ),
});
