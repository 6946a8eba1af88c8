import type { ContextParts } from '@xihuo/platform';
import { linkedHouseholdsImport } from './actions/import-households';
import { AdmissionController } from './http/admission.controller';

export const admissionParts: ContextParts = { name: 'admission', controllers: [AdmissionController], imports: [linkedHouseholdsImport] };
