import type { states } from '@xihuo/kernel';

export const DISPUTE_STATES = [
  'negotiating',
  'evidence',
  'mediating',
  'decided',
  'appealed',
  'referred',
  'executed',
  'withdrawn',
  'lapsed',
] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];
export type DisputeEvent =
  'agree' | 'escalate' | 'withdraw' | 'lapse' | 'mediate' | 'decide' | 'appeal' | 'refer' | 'execute' | 'conclude';

/**
 * A dispute about lines of one supplier order. `negotiating`: the two talk; `evidence`: the platform has stepped in and both hand
 * in; `mediating`: a mediator proposes and decides; `decided`: it may be appealed once; `appealed`: other people decide, for good;
 * `referred`: in the hands of the authorities (12315), until what they say is entered; it never lapses. The held fen move in the three last states only.
 */
export const disputeStates: states.StateTable<DisputeState, DisputeEvent> = {
  initial: 'negotiating',
  table: {
    negotiating: { agree: 'executed', escalate: 'evidence', withdraw: 'withdrawn', lapse: 'lapsed' },
    evidence: { agree: 'executed', mediate: 'mediating', withdraw: 'withdrawn', refer: 'referred' },
    mediating: { agree: 'executed', decide: 'decided', withdraw: 'withdrawn', refer: 'referred' },
    decided: { execute: 'executed', appeal: 'appealed' },
    appealed: { execute: 'executed', refer: 'referred' },
    referred: { conclude: 'executed' },
    executed: {},
    withdrawn: {},
    lapsed: {},
  },
};
