import { watch } from '@xihuo/admission';
import { NOTICES, VAULT, type ContextParts, type Notices, type Vault } from '@xihuo/platform';
import { DISPUTE_KIT, type DisputeKit } from './actions/dispute-kit';
import { BuyerDisputeController } from './http/buyer.controller';
import { FeedbackController } from './http/feedback.controller';
import { MediationController } from './http/mediation.controller';
import { SupplierDisputeController } from './http/supplier.controller';
import { onClaimEscalated } from './jobs/on-claim-escalated';
import { runDisputeClocks } from './jobs/run-clocks.job';
import { sweepPhotosJob } from './jobs/sweep-photos.job';
import { personalDisputes } from './store/personal.sql';
import { afterSalesOfExits } from './store/exit.sql';

export { openDispute } from './actions/open-dispute';
export { takeOverClaim } from './actions/take-over-claim';
export { runClocks } from './actions/run-clocks';
export { settleBy } from './actions/settle-by';

const exits = watch.exitAnswers('dispute', afterSalesOfExits);

export const disputeParts: ContextParts = {
  name: 'dispute',
  controllers: [BuyerDisputeController, SupplierDisputeController, MediationController, FeedbackController],
  providers: [
    {
      provide: DISPUTE_KIT,
      inject: [VAULT, NOTICES],
      useFactory: (vault: Vault, notices: Notices): DisputeKit => ({ vault, notices }),
    },
  ],
  consumers: [onClaimEscalated, exits.consumer],
  personal: personalDisputes,
  jobs: [runDisputeClocks, sweepPhotosJob, exits.job],
};
