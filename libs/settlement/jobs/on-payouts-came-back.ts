import { tellPeople } from '@xihuo/identity';
import { defineConsumer } from '@xihuo/platform';
import { PAYOUT_KIT, type PayoutKit } from '../actions/payout/payout-kit';
import { CAME_BACK } from '../rules/payout-messages';
import { peopleOfPayees } from '../store/payout/account.sql';

/** A bank did not pay somebody, or sent the money back: they are asked for an account. */
export const onPayoutsCameBack = defineConsumer({
  consumer: 'settlement.onPayoutsCameBack',
  event: 'payoutsCameBack',
  async handle(tx, events, kit) {
    const items = events.flatMap(({ payload }) => payload.items);
    const people = await tx.sql(peopleOfPayees, [items.map(({ payeeId }) => payeeId)]);
    for (const { itemId, payeeId, event } of items) {
      const personIds = people.filter((one) => one.payee_id === payeeId).map(({ person_id: id }) => id);
      const message = CAME_BACK[event];
      const key = `payout.${event}:${itemId}`;
      await tellPeople(tx, kit.get<PayoutKit>(PAYOUT_KIT), { personIds, key, message, sms: true });
    }
  },
});
