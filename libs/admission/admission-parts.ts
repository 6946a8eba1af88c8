import type { ContextParts } from '@xihuo/platform';
import { linkedHouseholdsImport } from './actions/import-households';
import { AdmissionController } from './http/admission.controller';
import { InspectionController } from './http/inspection.controller';
import { PublicNoticeController } from './http/public-notice.controller';
import { ReviewController } from './http/review.controller';
import { certifyDueJob } from './jobs/certify-due.job';

export const admissionParts: ContextParts = {
  name: 'admission',
  controllers: [AdmissionController, ReviewController, InspectionController, PublicNoticeController],
  imports: [linkedHouseholdsImport],
  jobs: [certifyDueJob],
};
