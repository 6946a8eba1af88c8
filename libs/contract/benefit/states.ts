import type { states } from '@xihuo/kernel';

export const AGREEMENT_STATES = [
  'draft',
  'offered',
  'signed',
  'inForce',
  'ended',
  'superseded',
  'declined',
  'withdrawn',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];
export const AGREEMENT_EVENTS = ['offer', 'sign', 'begin', 'end', 'supersede', 'decline', 'withdraw'] as const;
export type AgreementEvent = (typeof AGREEMENT_EVENTS)[number];

/**
 * A linkage agreement (利益联结协议), version by version. `signed`: by both sides, its first day still to come. A version that
 * was in force goes on binding the days it had: `ended` and `superseded` say only that no later day is bound by it.
 */
export const agreementStates: states.StateTable<AgreementState, AgreementEvent> = {
  initial: 'draft',
  table: {
    draft: { offer: 'offered', withdraw: 'withdrawn' },
    offered: { sign: 'signed', decline: 'declined', withdraw: 'withdrawn' },
    signed: { begin: 'inForce', end: 'ended', supersede: 'superseded' },
    inForce: { end: 'ended', supersede: 'superseded' },
    ended: {},
    superseded: {},
    declined: {},
    withdrawn: {},
  },
};

export const WORK_STATES = [
  'recorded',
  'witnessed',
  'confirmed',
  'uncontested',
  'contested',
  'corrected',
  'withdrawn',
] as const;
export type WorkState = (typeof WORK_STATES)[number];
export const WORK_EVENTS = ['witness', 'confirm', 'stand', 'contest', 'correct', 'withdraw'] as const;
export type WorkEvent = (typeof WORK_EVENTS)[number];

/**
 * A record of work. It earns once `confirmed` by the worker, or `uncontested`: witnessed by name, and the worker said nothing in
 * the days there are to contest. Nothing is erased: `corrected` says that a new record stands in its place.
 */
export const workStates: states.StateTable<WorkState, WorkEvent> = {
  initial: 'recorded',
  table: {
    recorded: {
      witness: 'witnessed',
      confirm: 'confirmed',
      contest: 'contested',
      correct: 'corrected',
      withdraw: 'withdrawn',
    },
    witnessed: {
      confirm: 'confirmed',
      stand: 'uncontested',
      contest: 'contested',
      correct: 'corrected',
      withdraw: 'withdrawn',
    },
    confirmed: {},
    uncontested: { confirm: 'confirmed' },
    contested: { confirm: 'confirmed', correct: 'corrected', withdraw: 'withdrawn' },
    corrected: {},
    withdrawn: {},
  },
};

export const OUTSIDE_PAYMENT_STATES = [
  'recorded',
  'witnessed',
  'confirmed',
  'contested',
  'withdrawn',
  'lapsed',
] as const;
export type OutsidePaymentState = (typeof OUTSIDE_PAYMENT_STATES)[number];
export const OUTSIDE_PAYMENT_EVENTS = ['witness', 'confirm', 'stand', 'contest', 'withdraw', 'lapse'] as const;
export type OutsidePaymentEvent = (typeof OUTSIDE_PAYMENT_EVENTS)[number];

/**
 * What a supplier paid a household by itself. While it waits for the household, settlement leaves that much alone; only
 * `confirmed` takes it off the debt. Silence is no receipt: it lapses, and the debt is open again. Where the household signed for
 * the money before a witness it stands (`stand`) once the days to contest are over; what was contested only the household itself
 * confirms.
 */
export const outsidePaymentStates: states.StateTable<OutsidePaymentState, OutsidePaymentEvent> = {
  initial: 'recorded',
  table: {
    recorded: {
      witness: 'witnessed',
      confirm: 'confirmed',
      contest: 'contested',
      withdraw: 'withdrawn',
      lapse: 'lapsed',
    },
    witnessed: { confirm: 'confirmed', stand: 'confirmed', contest: 'contested', withdraw: 'withdrawn' },
    contested: { confirm: 'confirmed', withdraw: 'withdrawn', lapse: 'lapsed' },
    confirmed: {},
    withdrawn: {},
    lapsed: {},
  },
};

export const CONTEST_STATES = ['open', 'upheld', 'explained', 'escalated', 'closed', 'overtaken'] as const;
export type ContestState = (typeof CONTEST_STATES)[number];
export const CONTEST_EVENTS = ['uphold', 'explain', 'escalate', 'close', 'overtake'] as const;
export type ContestEvent = (typeof CONTEST_EVENTS)[number];

/**
 * A household says that a line is wrong: the supplier pays more or explains; not content, the county looks at it. `overtaken`: the
 * record behind the line was put right meanwhile.
 */
export const contestStates: states.StateTable<ContestState, ContestEvent> = {
  initial: 'open',
  table: {
    open: { uphold: 'upheld', explain: 'explained', escalate: 'escalated', overtake: 'overtaken' },
    explained: { escalate: 'escalated', overtake: 'overtaken' },
    escalated: { uphold: 'upheld', close: 'closed', overtake: 'overtaken' },
    upheld: {},
    closed: {},
    overtaken: {},
  },
};

export const POOL_STATES = ['draft', 'declared', 'discarded'] as const;
export type PoolState = (typeof POOL_STATES)[number];
export const POOL_EVENTS = ['declare', 'discard'] as const;
export type PoolEvent = (typeof POOL_EVENTS)[number];

/** A dividend pool (收益分红) and a cooperative's yearly distribution (盈余返还): shared out once declared, never changed after. */
export const poolStates: states.StateTable<PoolState, PoolEvent> = {
  initial: 'draft',
  table: { draft: { declare: 'declared', discard: 'discarded' }, declared: {}, discarded: {} },
};
