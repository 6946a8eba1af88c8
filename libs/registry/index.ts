export { loadPlaces } from './actions/load-places';
export { policiesOn, policyOn, setPolicies, type Policy } from './actions/policy-on';
export { describeOrganisation, registerOrganisations } from './actions/register-organisations';
export { addWorkingDays, loadCalendar } from './actions/working-days';
export { registerHouseholds } from './actions/register-households';
export { registryParts } from './registry-parts';
