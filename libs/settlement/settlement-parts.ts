import { watch } from '@xihuo/admission';
import { DATABASE, NOTICES, VAULT, type ContextParts, type Database, type Notices, type Vault } from '@xihuo/platform';
import { resultImport } from './actions/payout/import-results';
import { PAYOUT_KIT, type PayoutKit } from './actions/payout/payout-kit';
import { AdjustmentController } from './http/adjustment.controller';
import { CheckController } from './http/check.controller';
import { OwnPayoutController } from './http/own-payout.controller';
import { PayoutController } from './http/payout.controller';
import { SettlementController } from './http/settlement.controller';
import { SubsidyController } from './http/subsidy.controller';
import { checkBooks } from './jobs/check-books.job';
import { onPayoutsCameBack } from './jobs/on-payouts-came-back';
import { setPayoutsAside } from './jobs/payouts.job';
import { settleDaily } from './jobs/settle-daily.job';
import { debtsOfExits, lastStatementsOfExits } from './store/exit.sql';

/** First what is left between a supplier and the house, then which statement ends its account. */
const exits = watch.exitAnswers('settlement', debtsOfExits, lastStatementsOfExits);

export const settlementParts: ContextParts = {
  name: 'settlement',
  controllers: [
    SettlementController,
    SubsidyController,
    PayoutController,
    OwnPayoutController,
    AdjustmentController,
    CheckController,
  ],
  providers: [
    {
      provide: PAYOUT_KIT,
      inject: [DATABASE, VAULT, NOTICES],
      useFactory: (database: Database, vault: Vault, notices: Notices): PayoutKit => ({ database, vault, notices }),
    },
  ],
  consumers: [onPayoutsCameBack, exits.consumer],
  jobs: [settleDaily, setPayoutsAside, checkBooks, exits.job],
  imports: [resultImport],
};
