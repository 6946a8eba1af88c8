export { assess, blockingFaults, type Finding } from './rules/assess';
