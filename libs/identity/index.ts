export { identityParts } from './identity-parts';
export { mustHaveFreshSecondFactor } from './rules/step-up';
export { ownPhone } from './actions/own-phone';
export { covers, jurisdictionOf } from './rules/jurisdiction';
export { mustBeFitWitness } from './actions/fit-witness';
export { tellPeople } from './actions/tell-people';
export { textPeople } from './actions/text-people';
/** Making people and giving them roles: for the seed and tests; people of the platform are named by `npm run appoint`. */
export * as provisioning from './actions/provision';
/** One-time codes (RFC 6238): for whoever stands in for an authenticator app. */
export * as totp from './secrets/totp';
