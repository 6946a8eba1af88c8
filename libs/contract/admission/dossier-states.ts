import type { states } from '@xihuo/kernel';

export const DOSSIER_STATES = [
  'submitted',
  'correctionsRequested',
  'approved',
  'rejected',
  'withdrawn',
  'superseded',
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];
export const DOSSIER_EVENTS = ['approve', 'requestCorrections', 'reject', 'withdraw', 'supersede'] as const;
export type DossierEvent = (typeof DOSSIER_EVENTS)[number];

/** One version of a product dossier. A corrected one is the next version; what it stands beside is superseded. */
export const dossierStates: states.StateTable<DossierState, DossierEvent> = {
  initial: 'submitted',
  table: {
    submitted: {
      approve: 'approved',
      requestCorrections: 'correctionsRequested',
      reject: 'rejected',
      withdraw: 'withdrawn',
      supersede: 'superseded',
    },
    correctionsRequested: { supersede: 'superseded', withdraw: 'withdrawn' },
    approved: { supersede: 'superseded' },
    rejected: {},
    withdrawn: {},
    superseded: {},
  },
};
