import { giveRebatesBack, REBATE_BACK_RULE, rebatesToGiveBack } from './actions/give-rebates-back';

/** For settlement, when it pays a buyer back for a line that was settled: what of second rebates goes back with it. */
export const rebates = { toGiveBack: rebatesToGiveBack, giveBack: giveRebatesBack, RULE: REBATE_BACK_RULE } as const;
