export { moveFromLots, type LotPick } from './actions/move-from-lots';
export {
  openLots,
  recordDeliveries,
  recordOwnOutput,
  type ConfirmedDelivery,
  type NewDelivery,
} from './actions/record-deliveries';
/** What is done at the scale and in the store-room, one step at a time. */
export { deliveries, lots } from './scale-door';
export { traceParts } from './trace-parts';
