import {
  command,
  defineConsumer,
  defineJob,
  NOTICES,
  VAULT,
  type Kit,
  type Notices,
  type Vault,
} from '@xihuo/platform';
import { moveSilentCases } from '../actions/answer-after-sale';
import { followRefunds } from '../actions/follow-refunds';
import { tellOfCase } from '../actions/tell-of-cases';

const by = { actor: { kind: 'system', name: 'ordering.afterSale' }, requestId: 'ordering.afterSale' } as const;

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
  async handle(tx, events, kit) {
    const tools = { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES) };
    for (const { id, payload } of events)
      await tellOfCase(tx, tools, { caseId: payload.caseId, event: payload.event, eventId: id });
  },
});

/** Cases whose deadline has passed go on by themselves, batch by batch until none moves. */
export const moveSilent = defineJob({
  name: 'ordering.moveSilentCases',
  every: 30_000,
  async run({ database }: Kit) {
    for (let moved = 1; moved > 0;) {
      moved = (await command(database, { name: 'ordering.moveSilentCases', ...by }, moveSilentCases)).view;
    }
  },
});
