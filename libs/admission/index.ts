/** Imposing and lifting them. */
export * as measures from './actions/impose-measure';
export { publishStandard } from './actions/publish-standard';
export { submitApplications, type NewApplication } from './actions/submit-applications';
export { admissionParts } from './admission-parts';
export { products } from './product-door';
export { review } from './review-door';
/** Pure: what an auditor re-runs. */
export { assess } from './rules/assess';
export type { Evidence } from './rules/evidence';
export type { Standard } from './rules/standard';
