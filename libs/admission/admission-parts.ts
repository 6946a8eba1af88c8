import { NOTICES, VAULT, type ContextParts, type Notices, type Vault } from '@xihuo/platform';
import { linkedHouseholdsImport } from './actions/import-households';
import { REVIEW_KIT, type ReviewKit } from './actions/review/review-kit';
import { AdmissionController } from './http/admission.controller';
import { InspectionController } from './http/inspection.controller';
import { PublicNoticeController } from './http/public-notice.controller';
import { RegisterController } from './http/register.controller';
import { ReviewController } from './http/review.controller';
import { certifyDueJob } from './jobs/certify-due.job';

export const admissionParts: ContextParts = {
  name: 'admission',
  controllers: [
    AdmissionController,
    ReviewController,
    InspectionController,
    PublicNoticeController,
    RegisterController,
  ],
  providers: [
    {
      provide: REVIEW_KIT,
      inject: [VAULT, NOTICES],
      useFactory: (vault: Vault, notices: Notices): ReviewKit => ({ vault, notices }),
    },
  ],
  imports: [linkedHouseholdsImport],
  jobs: [certifyDueJob],
};
