export { CERTIFICATE_KINDS } from './certificates';
export { EXIT_STEPS, type ExitStep } from './exits';
export { GROUNDS, type Ground } from './grounds';
export { MEASURE_KINDS } from './measure-views';
export { RECHECK_ITEMS } from './rechecks';
export { SIGNAL_KINDS } from './watching';
