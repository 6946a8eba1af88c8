import type { ContextParts } from '@xihuo/platform';
import { SettlementController } from './http/settlement.controller';
import { settleDaily } from './jobs/settle-daily.job';

export { runSettlement } from './actions/run-settlement';

export const settlementParts: ContextParts = {
  name: 'settlement',
  controllers: [SettlementController],
  jobs: [settleDaily],
};
