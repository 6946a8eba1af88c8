import { NOTICES, VAULT, type ContextParts, type Notices, type Vault } from '@xihuo/platform';
import { linkedHouseholdsImport } from './actions/import-households';
import { personalAdmission } from './actions/personal-admission';
import { REVIEW_KIT, type ReviewKit } from './actions/review/review-kit';
import { AdmissionController } from './http/admission.controller';
import { ApplicationController } from './http/application.controller';
import { CaseController } from './http/case.controller';
import { EditionController } from './http/edition.controller';
import { ExitController } from './http/exit.controller';
import { InspectionController } from './http/inspection.controller';
import { ListingController } from './http/listing.controller';
import { MandateController } from './http/mandate.controller';
import { MeasureController } from './http/measure.controller';
import { PublicNoticeController } from './http/public-notice.controller';
import { ReassessmentController } from './http/reassessment.controller';
import { RecognitionController } from './http/recognition.controller';
import { RegisterController } from './http/register.controller';
import { ReviewController } from './http/review.controller';
import { SpotCheckController } from './http/spot-check.controller';
import { StandardController } from './http/standard.controller';
import { SupplierPaperController } from './http/supplier-paper.controller';
import { TrailController } from './http/trail.controller';
import { WatchingController } from './http/watching.controller';
import { certifyDueJob } from './jobs/certify-due.job';
import { reassessJob } from './jobs/reassess.job';
import { recogniseDueJob } from './jobs/recognise-due.job';
import { watchJob } from './jobs/watch.job';

export const admissionParts: ContextParts = {
  name: 'admission',
  controllers: [
    AdmissionController,
    ApplicationController,
    MandateController,
    ReviewController,
    InspectionController,
    PublicNoticeController,
    ListingController,
    RecognitionController,
    EditionController,
    RegisterController,
    StandardController,
    CaseController,
    MeasureController,
    WatchingController,
    SupplierPaperController,
    SpotCheckController,
    ExitController,
    ReassessmentController,
    TrailController,
  ],
  providers: [
    {
      provide: REVIEW_KIT,
      inject: [VAULT, NOTICES],
      useFactory: (vault: Vault, notices: Notices): ReviewKit => ({ vault, notices }),
    },
  ],
  personal: personalAdmission,
  imports: [linkedHouseholdsImport],
  pages: [
    {
      name: 'suppliers',
      prefix: '/suppliers/',
      slugs: 'select supplier_id::text as slug from admission.supplier_standing_v',
    },
  ],
  jobs: [certifyDueJob, recogniseDueJob, watchJob, reassessJob],
};
