import { states } from '@xihuo/kernel';
import * as watching from './watching-states';

type Machine = states.StateTable<string, string>;

/** Every state with the events it answers to; what is not written here is an illegal transition, and that is tested too. */
const EXPECTED: Record<string, [machine: Machine, table: Record<string, Record<string, string>>]> = {
  case: [
    watching.caseStates,
    {
      open: { impose: 'open', state: 'open', propose: 'proposed', close: 'closed' },
      proposed: { state: 'proposed', drop: 'open', decide: 'closed' },
      closed: {},
    },
  ],
  measure: [
    watching.measureStates,
    {
      inForce: { lift: 'lifted', expire: 'expired', annul: 'annulled', replace: 'replaced' },
      lifted: { annul: 'annulled' },
      expired: { annul: 'annulled' },
      annulled: {},
      replaced: { annul: 'annulled' },
    },
  ],
  rectification: [
    watching.rectificationStates,
    {
      open: { plan: 'planned', miss: 'overdue', cancel: 'cancelled' },
      planned: { plan: 'planned', report: 'reported', miss: 'overdue', cancel: 'cancelled' },
      reported: { verify: 'verified', sendBack: 'open', cancel: 'cancelled' },
      overdue: { plan: 'planned', cancel: 'cancelled' },
      verified: {},
      cancelled: {},
    },
  ],
  appeal: [
    watching.appealStates,
    {
      filed: { uphold: 'upheld', dismiss: 'dismissed', withdraw: 'withdrawn' },
      upheld: {},
      dismissed: {},
      withdrawn: {},
    },
  ],
  certificate: [
    watching.certificateStates,
    {
      handedIn: { verify: 'valid', refuse: 'refused' },
      valid: { replace: 'replaced', revoke: 'revoked' },
      refused: {},
      replaced: {},
      revoked: {},
    },
  ],
  recheck: [
    watching.recheckStates,
    {
      open: { answer: 'answered', miss: 'missed' },
      answered: { pass: 'passed', fail: 'failed', sendBack: 'open' },
      missed: { answer: 'answered' },
      passed: {},
      failed: {},
    },
  ],
  plan: [
    watching.spotCheckPlanStates,
    { draft: { draw: 'drawn', cancel: 'cancelled' }, drawn: { close: 'closed' }, closed: {}, cancelled: {} },
  ],
  sample: [
    watching.sampleStates,
    {
      planned: { take: 'taken', cancel: 'cancelled' },
      taken: { send: 'sent', cancel: 'cancelled' },
      sent: { pass: 'passed', fail: 'failed' },
      passed: {},
      failed: {},
      cancelled: {},
    },
  ],
  exit: [
    watching.exitStates,
    { running: { complete: 'completed', cancel: 'cancelled' }, completed: {}, cancelled: {} },
  ],
  exitStep: [
    watching.exitStepStates,
    {
      waiting: { begin: 'underWay', block: 'blocked', finish: 'done' },
      underWay: { begin: 'underWay', block: 'blocked', finish: 'done' },
      blocked: { begin: 'underWay', block: 'blocked', finish: 'done' },
      done: {},
    },
  ],
};

describe.each(Object.entries(EXPECTED))('%s', (_name, [machine, expected]) => {
  const all = Object.keys(machine.table);
  const events = [...new Set(all.flatMap((state) => states.eventsFrom(machine, state)))];

  test.each(all.flatMap((state) => events.map((event) => [state, event])))(
    '%s answers %s as written',
    (state, event) => {
      expect(states.transition(machine, state!, event!)).toBe(expected[state!]?.[event!] ?? null);
    },
  );

  test('every state can be reached', () => {
    expect([...states.reachable(machine)].sort()).toEqual(Object.keys(expected).sort());
  });
});
