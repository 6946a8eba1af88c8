export { CHART, type AccountCode, type AccountKey } from './rules/chart';
export { openAccounts, postAll, postTransfers, type NewTransfer, type RefusedGroup } from './actions/post-transfers';
