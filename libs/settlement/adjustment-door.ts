import { decide } from './actions/adjustment/decide-adjustment';
import { proposeAdjustment, proposeLateRefund, proposeWriteOff } from './actions/adjustment/propose-adjustment';

/** The very steps behind the routes of adjustments, for the simulation, the seed and tests. */
export const adjustments = { propose: proposeAdjustment, proposeLateRefund, proposeWriteOff, decide } as const;
