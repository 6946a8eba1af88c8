import { certifyLots } from './actions/certify-lots';
import { addLotTest, addOwnOutput, certifyLot, noteLoss, openLot, packFromLot, turnLot } from './actions/lot-entries';
import { reportFloors } from './actions/report-floors';
import { reportBreach } from './actions/move-from-lots';
import { processLots } from './actions/process-lots';
import { endLotRecall, recalledLines, recallLots } from './actions/recall-lots';
import { correctDelivery, recordDelivery } from './actions/record-delivery';
import { confirmByHousehold, confirmSilent, contestDelivery, witnessDelivery } from './actions/settle-delivery';
import { traceBack } from './actions/trace-back';

/** The very steps behind the routes, for the seed, for tests and for ordering. */
export const lots = {
  open: openLot,
  addOwnOutput,
  noteLoss,
  pack: packFromLot,
  certify: certifyLot,
  certifyMany: certifyLots,
  addTest: addLotTest,
  turn: turnLot,
  process: processLots,
  recall: recallLots,
  endRecall: endLotRecall,
  recalledLines,
  traceBack,
  /** Told after a shipment was refused for its mass balance. */
  reportBreach,
} as const;

export const deliveries = {
  record: recordDelivery,
  correct: correctDelivery,
  confirm: confirmByHousehold,
  witness: witnessDelivery,
  contest: contestDelivery,
  confirmSilent,
  /** Told by whoever keeps the agreements. */
  reportFloors,
} as const;
