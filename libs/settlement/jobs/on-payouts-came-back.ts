import { tellPeople } from '@xihuo/identity';
import { defineConsumer } from '@xihuo/platform';
import { PAYOUT_KIT, type PayoutKit } from '../actions/payout/payout-kit';
import { CAME_BACK, OWN_PAYOUTS } from '../rules/payout-messages';
import { peopleOfPayees } from '../store/payout/account.sql';

/** A bank did not pay payees, or sent their money back: all of one table are asked for an account at once, each person once. */
export const onPayoutsCameBack = defineConsumer({
  consumer: 'settlement.onPayoutsCameBack',
  event: 'payoutsCameBack',
  async handle(tx, events, kit) {
    const payeeIds = new Set(events.flatMap(({ payload }) => payload.payeeIds));
    const people = await tx.sql(peopleOfPayees, [[...payeeIds]]);
    const tellings = events.map(({ id, payload: { how, payeeIds: ofTable } }) => {
      const payees = new Set(ofTable);
      const personIds = people.filter((one) => payees.has(one.payee_id)).map((one) => one.person_id);
      return { personIds, key: `payout.${how}:${id}`, message: CAME_BACK[how], about: OWN_PAYOUTS, sms: true as const };
    });
    await tellPeople(tx, kit.get<PayoutKit>(PAYOUT_KIT), tellings);
  },
});
