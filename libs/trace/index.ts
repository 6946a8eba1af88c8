export { moveFromLots, type LotPick } from './actions/move-from-lots';
export {
  openNewLot,
  recordDeliveries,
  recordOwnOutput,
  type ConfirmedDelivery,
  type NewDelivery,
  type NewLot,
} from './actions/record-deliveries';
