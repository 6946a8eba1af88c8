import { states } from '@xihuo/kernel';
import * as benefit from './states';

type Machine = states.StateTable<string, string>;

const COUNTED = { confirm: 'confirmed', contest: 'contested', correct: 'corrected', withdraw: 'withdrawn' };

/** Every state with the events it answers to; what is not written here is an illegal transition, and that is tested too. */
const EXPECTED: Record<
  string,
  [machine: Machine, events: readonly string[], table: Record<string, Record<string, string>>]
> = {
  agreement: [
    benefit.agreementStates,
    benefit.AGREEMENT_EVENTS,
    {
      draft: { offer: 'offered', withdraw: 'withdrawn' },
      offered: { sign: 'signed', decline: 'declined', withdraw: 'withdrawn' },
      signed: { begin: 'inForce', end: 'ended', supersede: 'superseded' },
      inForce: { end: 'ended', supersede: 'superseded' },
      ended: {},
      superseded: {},
      declined: {},
      withdrawn: {},
    },
  ],
  work: [
    benefit.workStates,
    benefit.WORK_EVENTS,
    {
      recorded: { witness: 'witnessed', ...COUNTED },
      witnessed: { stand: 'uncontested', ...COUNTED },
      confirmed: {},
      uncontested: { confirm: 'confirmed' },
      contested: { confirm: 'confirmed', correct: 'corrected', withdraw: 'withdrawn' },
      corrected: {},
      withdrawn: {},
    },
  ],
  outsidePayment: [
    benefit.outsidePaymentStates,
    benefit.OUTSIDE_PAYMENT_EVENTS,
    {
      recorded: {
        ...{ witness: 'witnessed', confirm: 'confirmed', contest: 'contested', withdraw: 'withdrawn', lapse: 'lapsed' },
      },
      witnessed: { confirm: 'confirmed', stand: 'confirmed', contest: 'contested', withdraw: 'withdrawn' },
      contested: { confirm: 'confirmed', withdraw: 'withdrawn', lapse: 'lapsed' },
      confirmed: {},
      withdrawn: {},
      lapsed: {},
    },
  ],
  contest: [
    benefit.contestStates,
    benefit.CONTEST_EVENTS,
    {
      open: { uphold: 'upheld', explain: 'explained', escalate: 'escalated', overtake: 'overtaken' },
      explained: { escalate: 'escalated', overtake: 'overtaken' },
      escalated: { uphold: 'upheld', close: 'closed', overtake: 'overtaken' },
      upheld: {},
      closed: {},
      overtaken: {},
    },
  ],
  pool: [
    benefit.poolStates,
    benefit.POOL_EVENTS,
    { draft: { declare: 'declared', discard: 'discarded' }, declared: {}, discarded: {} },
  ],
};

const cases = Object.entries(EXPECTED).flatMap(([name, [machine, events, table]]) =>
  Object.keys(table).flatMap((state) =>
    events.map((event) => ({ name, machine, state, event, next: table[state]![event] })),
  ),
);

test.each(cases)('$name: $event of $state leads to $next', ({ machine, state, event, next }) => {
  expect(states.transition(machine, state, event)).toBe(next ?? null);
});

test.each(Object.entries(EXPECTED))('%s: every state is known and can be reached', (_, [machine, , table]) => {
  expect(Object.keys(machine.table).sort()).toEqual(Object.keys(table).sort());
  expect([...states.reachable(machine)].sort()).toEqual(Object.keys(table).sort());
});
