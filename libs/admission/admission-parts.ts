import type { ContextParts } from '@xihuo/platform';
import { AdmissionController } from './http/admission.controller';

export const admissionParts: ContextParts = { name: 'admission', controllers: [AdmissionController] };
