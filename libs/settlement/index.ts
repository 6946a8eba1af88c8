import type { ContextParts } from '@xihuo/platform';
import { SettlementController } from './http/settlement.controller';
import { SubsidyController } from './http/subsidy.controller';
import { settleDaily } from './jobs/settle-daily.job';

export { runSettlement } from './actions/run-settlement';
export { receiveSubsidy } from './actions/receive-subsidy';

export const settlementParts: ContextParts = {
  name: 'settlement',
  controllers: [SettlementController, SubsidyController],
  jobs: [settleDaily],
};
