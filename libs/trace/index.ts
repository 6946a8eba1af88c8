import type { ContextParts } from '@xihuo/platform';
import { LotController } from './http/lot.controller';

export { moveFromLots, type LotPick } from './actions/move-from-lots';
export {
  openNewLot,
  recordDeliveries,
  recordOwnOutput,
  type ConfirmedDelivery,
  type NewDelivery,
  type NewLot,
} from './actions/record-deliveries';

export const traceParts: ContextParts = { name: 'trace', controllers: [LotController] };
