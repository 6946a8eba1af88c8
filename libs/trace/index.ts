import type { ContextParts } from '@xihuo/platform';
import { FeedbackController } from './http/feedback.controller';
import { LotController } from './http/lot.controller';

export { moveFromLots, type LotPick } from './actions/move-from-lots';
export {
  openLots,
  recordDeliveries,
  recordOwnOutput,
  type ConfirmedDelivery,
  type NewDelivery,
  type NewLot,
  type OwnOutput,
} from './actions/record-deliveries';

export const traceParts: ContextParts = { name: 'trace', controllers: [LotController, FeedbackController] };
