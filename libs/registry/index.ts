export { loadPlaces } from './actions/load-places';
export { policiesOn, policyOn, setPolicies, type Policy } from './actions/policy-on';
/** Entering them, and what they say of themselves later. */
export * as organisations from './actions/register-organisations';
export { addWorkingDays, loadCalendar } from './actions/working-days';
/** Households behind the goods, and whether the card one is known with would change. */
export * as households from './actions/register-households';
export { registryParts } from './registry-parts';
