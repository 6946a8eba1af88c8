import { DATABASE, NOTICES, VAULT, type ContextParts, type Database, type Notices, type Vault } from '@xihuo/platform';
import { resultImport } from './actions/payout/import-results';
import { PAYOUT_KIT, type PayoutKit } from './actions/payout/payout-kit';
import { PayoutController } from './http/payout.controller';
import { SettlementController } from './http/settlement.controller';
import { SubsidyController } from './http/subsidy.controller';
import { answerExitsJob, onExitStarted } from './jobs/answer-exits.job';
import { onPayoutsCameBack } from './jobs/on-payouts-came-back';
import { setPayoutsAside } from './jobs/payouts.job';
import { settleDaily } from './jobs/settle-daily.job';

export const settlementParts: ContextParts = {
  name: 'settlement',
  controllers: [SettlementController, SubsidyController, PayoutController],
  providers: [
    {
      provide: PAYOUT_KIT,
      inject: [DATABASE, VAULT, NOTICES],
      useFactory: (database: Database, vault: Vault, notices: Notices): PayoutKit => ({ database, vault, notices }),
    },
  ],
  consumers: [onPayoutsCameBack, onExitStarted],
  jobs: [settleDaily, setPayoutsAside, answerExitsJob],
  imports: [resultImport],
};
