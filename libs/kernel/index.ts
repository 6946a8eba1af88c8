export * as money from './money';
export * as time from './time';
export * as ids from './ids';
export * as states from './states';
export * as uscc from './uscc';
export { must } from './assert';
export { ProblemError, type FieldProblem } from './problem-error';
export { canonicalJson } from './canonical';
export * as texts from './texts';
