import type { states } from '@xihuo/kernel';

export const RECOGNITION_STATES = [
  'submitted',
  'countyStamped',
  'publicNotice',
  'recognised',
  'correctionsRequested',
  'rejected',
  'withdrawn',
  'lapsed',
  'revoked',
  'superseded',
] as const;
export type RecognitionState = (typeof RECOGNITION_STATES)[number];
export const RECOGNITION_EVENTS = [
  'stamp',
  'publish',
  'recognise',
  'requestCorrections',
  'resubmit',
  'reject',
  'withdraw',
  'lapse',
  'revoke',
  'supersede',
] as const;
export type RecognitionEvent = (typeof RECOGNITION_EVENTS)[number];

const BEFORE_THE_PUBLIC = {
  requestCorrections: 'correctionsRequested',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const;

/** Product recognition (产品认定): the county stamps, the platform checks, the public may object, then it holds for a term. */
export const recognitionStates: states.StateTable<RecognitionState, RecognitionEvent> = {
  initial: 'submitted',
  table: {
    submitted: { ...BEFORE_THE_PUBLIC, stamp: 'countyStamped' },
    countyStamped: { ...BEFORE_THE_PUBLIC, publish: 'publicNotice' },
    publicNotice: { recognise: 'recognised', reject: 'rejected', withdraw: 'withdrawn' },
    recognised: { lapse: 'lapsed', revoke: 'revoked', supersede: 'superseded' },
    correctionsRequested: { resubmit: 'submitted', withdraw: 'withdrawn' },
    rejected: {},
    withdrawn: {},
    lapsed: {},
    revoked: {},
    superseded: {},
  },
};
