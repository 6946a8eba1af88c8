import { tellPeople } from '@xihuo/identity';
import { defineConsumer } from '@xihuo/platform';
import { PAYOUT_KIT, type PayoutKit } from '../actions/payout/payout-kit';
import { CAME_BACK } from '../rules/payout-messages';
import { peopleOfPayees } from '../store/payout/account.sql';

/** A bank did not pay payees, or sent their money back: all of one table are asked for an account at once, each person once. */
export const onPayoutsCameBack = defineConsumer({
  consumer: 'settlement.onPayoutsCameBack',
  event: 'payoutsCameBack',
  async handle(tx, events, kit) {
    for (const { id, payload } of events) {
      const people = await tx.sql(peopleOfPayees, [payload.payeeIds]);
      await tellPeople(tx, kit.get<PayoutKit>(PAYOUT_KIT), {
        personIds: people.map(({ person_id: personId }) => personId),
        key: `payout.${payload.how}:${id}`,
        message: CAME_BACK[payload.how],
        sms: true,
      });
    }
  },
});
