import { defineConsumer } from '@xihuo/platform';
import { followInSearch } from '../actions/search/follow';
import { takeApprovedFacts } from '../actions/take-approved-facts';

export const onDossierApproved = defineConsumer({
  consumer: 'catalogue.onDossierApproved',
  event: 'dossierApproved',
  async handle(tx, events) {
    await takeApprovedFacts(
      tx,
      events.map(({ payload }) => payload),
    );
    // Approved, a supplier sells it from now on, whether its facts became others or not.
    followInSearch(tx);
  },
});
