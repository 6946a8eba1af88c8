export { runSettlement } from './actions/run-settlement';
export { receiveSubsidy } from './actions/receive-subsidy';
export { payouts } from './payout-door';
export { settlementParts } from './settlement-parts';
