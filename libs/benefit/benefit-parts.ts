import { NOTICES, VAULT, type ContextParts, type Notices, type Vault } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from './actions/benefit-kit';
import { EarningsController } from './http/earnings.controller';
import { PaperController } from './http/paper.controller';

export const benefitParts: ContextParts = {
  name: 'benefit',
  controllers: [EarningsController, PaperController],
  providers: [
    {
      provide: BENEFIT_KIT,
      inject: [VAULT, NOTICES],
      useFactory: (vault: Vault, notices: Notices): BenefitKit => ({ vault, notices }),
    },
  ],
  consumers: [],
  jobs: [],
};
