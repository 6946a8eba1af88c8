import type { states } from '@xihuo/kernel';

export type CaseState = 'open' | 'proposed' | 'closed';
export type CaseEvent = 'impose' | 'state' | 'propose' | 'drop' | 'decide' | 'close';

/** What was found and is being dealt with. `proposed`: the supplier is heard before people decide on exit or suspension. */
export const caseStates: states.StateTable<CaseState, CaseEvent> = {
  initial: 'open',
  table: {
    open: { impose: 'open', state: 'open', propose: 'proposed', close: 'closed' },
    proposed: { state: 'proposed', drop: 'open', decide: 'closed' },
    closed: {},
  },
};

export type MeasureState = 'inForce' | 'lifted' | 'expired' | 'annulled' | 'replaced';
export type MeasureEvent = 'lift' | 'expire' | 'annul' | 'replace';

/** A measure. `annulled`: an appeal was right; `replaced`: a stricter one took its place, or a re-admission ended an exit. */
export const measureStates: states.StateTable<MeasureState, MeasureEvent> = {
  initial: 'inForce',
  table: {
    inForce: { lift: 'lifted', expire: 'expired', annul: 'annulled', replace: 'replaced' },
    // A wrong measure is annulled although it had ended already: it stood on the record.
    lifted: { annul: 'annulled' },
    expired: { annul: 'annulled' },
    annulled: {},
    replaced: { annul: 'annulled' },
  },
};

export type RectificationState = 'open' | 'planned' | 'reported' | 'verified' | 'overdue' | 'cancelled';
export type RectificationEvent = 'plan' | 'report' | 'verify' | 'sendBack' | 'miss' | 'cancel';

/** Putting right: a plan, a report that it is done, somebody who saw it. Late is not too late: the way goes on under suspension. */
export const rectificationStates: states.StateTable<RectificationState, RectificationEvent> = {
  initial: 'open',
  table: {
    open: { plan: 'planned', miss: 'overdue', cancel: 'cancelled' },
    planned: { plan: 'planned', report: 'reported', miss: 'overdue', cancel: 'cancelled' },
    reported: { verify: 'verified', sendBack: 'open', cancel: 'cancelled' },
    overdue: { plan: 'planned', cancel: 'cancelled' },
    verified: {},
    cancelled: {},
  },
};

export type AppealState = 'filed' | 'upheld' | 'dismissed' | 'withdrawn';
export type AppealEvent = 'uphold' | 'dismiss' | 'withdraw';

export const appealStates: states.StateTable<AppealState, AppealEvent> = {
  initial: 'filed',
  table: {
    filed: { uphold: 'upheld', dismiss: 'dismissed', withdraw: 'withdrawn' },
    upheld: {},
    dismissed: {},
    withdrawn: {},
  },
};

export type CertificateState = 'handedIn' | 'valid' | 'refused' | 'replaced' | 'revoked';
export type CertificateEvent = 'verify' | 'refuse' | 'replace' | 'revoke';

/** A licence or certificate. Whether it has expired its dates say, not its state. */
export const certificateStates: states.StateTable<CertificateState, CertificateEvent> = {
  initial: 'handedIn',
  table: {
    handedIn: { verify: 'valid', refuse: 'refused' },
    valid: { replace: 'replaced', revoke: 'revoked' },
    refused: {},
    replaced: {},
    revoked: {},
  },
};

export type RecheckState = 'open' | 'answered' | 'missed' | 'passed' | 'failed';
export type RecheckEvent = 'answer' | 'miss' | 'pass' | 'fail' | 'sendBack';

/** The six-monthly look at identity and the yearly review (复核). */
export const recheckStates: states.StateTable<RecheckState, RecheckEvent> = {
  initial: 'open',
  table: {
    open: { answer: 'answered', miss: 'missed' },
    answered: { pass: 'passed', fail: 'failed', sendBack: 'open' },
    missed: { answer: 'answered' },
    passed: {},
    failed: {},
  },
};

export type SpotCheckPlanState = 'draft' | 'drawn' | 'closed' | 'cancelled';
export type SpotCheckPlanEvent = 'draw' | 'close' | 'cancel';

export const spotCheckPlanStates: states.StateTable<SpotCheckPlanState, SpotCheckPlanEvent> = {
  initial: 'draft',
  table: {
    draft: { draw: 'drawn', cancel: 'cancelled' },
    drawn: { close: 'closed' },
    closed: {},
    cancelled: {},
  },
};

export type SampleState = 'planned' | 'taken' | 'sent' | 'passed' | 'failed' | 'cancelled';
export type SampleEvent = 'take' | 'send' | 'pass' | 'fail' | 'cancel';

export const sampleStates: states.StateTable<SampleState, SampleEvent> = {
  initial: 'planned',
  table: {
    planned: { take: 'taken', cancel: 'cancelled' },
    taken: { send: 'sent', cancel: 'cancelled' },
    sent: { pass: 'passed', fail: 'failed' },
    passed: {},
    failed: {},
    cancelled: {},
  },
};

export type ExitState = 'running' | 'completed' | 'cancelled';
export type ExitEvent = 'complete' | 'cancel';

/** `cancelled`: the exit itself was annulled on appeal while it ran. */
export const exitStates: states.StateTable<ExitState, ExitEvent> = {
  initial: 'running',
  table: { running: { complete: 'completed', cancel: 'cancelled' }, completed: {}, cancelled: {} },
};

export type ExitStepState = 'waiting' | 'underWay' | 'blocked' | 'done';
export type ExitStepEvent = 'begin' | 'block' | 'finish';

/** What is done stays done: an order that turns up later is a new matter. */
export const exitStepStates: states.StateTable<ExitStepState, ExitStepEvent> = {
  initial: 'waiting',
  table: {
    waiting: { begin: 'underWay', block: 'blocked', finish: 'done' },
    underWay: { begin: 'underWay', block: 'blocked', finish: 'done' },
    blocked: { begin: 'underWay', block: 'blocked', finish: 'done' },
    done: {},
  },
};
