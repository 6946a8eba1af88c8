import { watch } from '@xihuo/admission';
import { NOTICES, VAULT, type ContextParts, type Notices, type Vault } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from './actions/benefit-kit';
import { AgreementController } from './http/agreement.controller';
import { ContestController } from './http/contest.controller';
import { DistributionController } from './http/distribution.controller';
import { EarningsController } from './http/earnings.controller';
import { HouseholdController } from './http/household.controller';
import { OutsidePaymentController } from './http/outside-payment.controller';
import { OwnAgreementController } from './http/own-agreement.controller';
import { PaperController } from './http/paper.controller';
import { PoolController } from './http/pool.controller';
import { WorkController } from './http/work.controller';
import { accrueRentsJob } from './jobs/accrue-rents.job';
import { letWorkStandJob } from './jobs/let-work-stand.job';
import { onAward, onClaimMoved } from './jobs/on-refund';
import { onDeliveryConfirmed } from './jobs/on-delivery-confirmed';
import { reportOverdueJob } from './jobs/report-overdue.job';
import { settleSilentJob } from './jobs/settle-silent.job';
import { turnAgreementsJob } from './jobs/turn-agreements.job';
import { duesOfExits } from './store/exit.sql';

const exits = watch.exitAnswers('benefit', duesOfExits);

export const benefitParts: ContextParts = {
  name: 'benefit',
  controllers: [
    EarningsController,
    AgreementController,
    OwnAgreementController,
    HouseholdController,
    WorkController,
    PaperController,
    PoolController,
    DistributionController,
    OutsidePaymentController,
    ContestController,
  ],
  providers: [
    {
      provide: BENEFIT_KIT,
      inject: [VAULT, NOTICES],
      useFactory: (vault: Vault, notices: Notices): BenefitKit => ({ vault, notices }),
    },
  ],
  consumers: [onDeliveryConfirmed, onClaimMoved, onAward, exits.consumer],
  jobs: [turnAgreementsJob, settleSilentJob, letWorkStandJob, accrueRentsJob, exits.job, reportOverdueJob],
};
