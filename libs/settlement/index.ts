export { runSettlement } from './actions/run-settlement';
export { receiveSubsidy } from './actions/receive-subsidy';
export { returnSubsidy } from './actions/return-subsidy';
export { adjustments } from './adjustment-door';
export { payouts } from './payout-door';
export { workOffRuns } from './actions/run/work-off-runs';
export { settlementParts } from './settlement-parts';
