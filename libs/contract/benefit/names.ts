export { AGREEMENT_ACTIONS, SIGNING_WAYS } from './agreement-views';
export { OUTSIDE_METHODS } from './outside-payments';
export { LINKAGE_KINDS, OBLIGATION_KINDS, WITNESS_ROLES } from './views';
