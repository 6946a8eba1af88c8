export { runSettlement } from './actions/run-settlement';
export { receiveSubsidy } from './actions/receive-subsidy';
export { settlementParts } from './settlement-parts';
