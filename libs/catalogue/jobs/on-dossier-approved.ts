import { defineConsumer } from '@xihuo/platform';
import { takeApprovedFacts } from '../actions/take-approved-facts';

export const onDossierApproved = defineConsumer({
  consumer: 'catalogue.onDossierApproved',
  event: 'dossierApproved',
  async handle(tx, events) {
    await takeApprovedFacts(
      tx,
      events.map(({ payload }) => payload),
    );
  },
});
