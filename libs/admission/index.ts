export { approveListings } from './actions/approve-listings';
export { certifyApplications } from './actions/certify-applications';
export { endMeasure, imposeMeasure, type NewMeasure } from './actions/impose-measure';
export { publishStandard } from './actions/publish-standard';
export { submitApplications, type NewApplication } from './actions/submit-applications';
export { admissionParts } from './admission-parts';
export type { Standard } from './rules/standard';
