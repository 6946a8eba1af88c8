/** What stands before anything else does: places, first settings, and days that differ from the week. */
export * as loading from './actions/load-places';
export { policiesOn, policyOn, setPolicies } from './actions/policy-on';
export type { Policy } from './rules/policies';
/** Entering them, and what they say of themselves later. */
export * as organisations from './actions/register-organisations';
export { addWorkingDays } from './actions/working-days';
/** Households behind the goods, and whether the card one is known with would change. */
export * as households from './actions/register-households';
/** The numbers the platform goes by: what holds and is proposed, and how they change. */
export * as settings from './actions/settings';
export { registryParts } from './registry-parts';
