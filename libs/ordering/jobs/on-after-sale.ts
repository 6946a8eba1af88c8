import { defineConsumer, defineJob, NOTICES, VAULT, type Kit, type Notices, type Vault } from '@xihuo/platform';
import { followRefunds } from '../actions/follow-refunds';
import { moveSilentCases } from '../actions/move-silent-cases';
import { tellOfCases } from '../actions/tell-of-cases';

const ofCases = (events: readonly { payload: { sourceKind: string; sourceId: string } }[]) =>
  events.filter(({ payload }) => payload.sourceKind === 'afterSale').map(({ payload }) => payload.sourceId);

export const onRefundSucceeded = defineConsumer({
  consumer: 'ordering.onRefundSucceeded',
  event: 'refundSucceeded',
  handle: (tx, events) => followRefunds(tx, ofCases(events), 'refunded'),
});

export const onRefundFailed = defineConsumer({
  consumer: 'ordering.onRefundFailed',
  event: 'refundFailed',
  handle: (tx, events) => followRefunds(tx, ofCases(events), 'refundBack'),
});

export const onAfterSaleMoved = defineConsumer({
  consumer: 'ordering.onAfterSaleMoved',
  event: 'afterSaleMoved',
  handle: (tx, events, kit) =>
    tellOfCases(
      tx,
      { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES), log: kit.log },
      events.map(({ id, payload }) => ({ caseId: payload.caseId, event: payload.event, eventId: id })),
    ),
});

/** Cases whose deadline has passed go on by themselves. */
export const moveSilent = defineJob({
  name: 'ordering.moveSilentCases',
  every: 30_000,
  run: ({ database, log }: Kit) => moveSilentCases(database, log),
});
