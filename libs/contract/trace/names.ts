export { COMPLAINT_KINDS, FEEDBACK_KINDS } from './feedback';
export { GRADES, WITNESS_ROLES } from './deliveries';
export { CERTIFICATE_BASES, LABEL_FORMATS, LOSS_REASONS } from './lots';
export { PROCESSING_KINDS } from './processings';
export { RECALL_CLASSES } from './recalls';
