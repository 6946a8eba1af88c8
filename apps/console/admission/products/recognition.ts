import type { Output } from '@xihuo/ui';

export type Recognition = Output<'GET /admission/recognitions/{id}'>;
export type RecognitionAction = Recognition['actions'][number]['action'];

/** What shows something else after a step. */
export const RECOGNITION_READS = ['GET /admission/recognitions', 'GET /admission/recognitions/{id}'] as const;
