export { admissionParts } from './admission-parts';
export { applications, standards } from './apply-door';
export { products } from './product-door';
export { review } from './review-door';
export { watch } from './watch-door';
export type { StepAnswer } from './actions/exit/report-exit-step';
/** Pure: what an auditor re-runs. */
export { assess } from './rules/assess';
export type { Evidence } from './rules/evidence';
export type { Standard } from './rules/standard';
