export { loadPlaces, type Places } from './actions/load-places';
export { policyOn, setPolicies, type Policy } from './actions/policy-on';
export { registerOrganisations, type NewOrganisation } from './actions/register-organisations';
export { registerHouseholds } from './actions/register-households';
export { registryParts } from './registry-parts';
