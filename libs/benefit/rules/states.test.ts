import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';

const MACHINES = {
  pool: machines.poolStates,
  outsidePayment: machines.outsidePaymentStates,
  contest: machines.contestStates,
} as const;

/** Every state and every event of each: what is not written here leads nowhere. */
const TABLES = {
  pool: {
    draft: { declare: 'declared', discard: 'discarded' },
    declared: {},
    discarded: {},
  },
  outsidePayment: {
    recorded: {
      ...{ witness: 'witnessed', confirm: 'confirmed', contest: 'contested', withdraw: 'withdrawn', lapse: 'lapsed' },
    },
    witnessed: { confirm: 'confirmed', stand: 'confirmed', contest: 'contested', withdraw: 'withdrawn' },
    contested: { confirm: 'confirmed', withdraw: 'withdrawn', lapse: 'lapsed' },
    confirmed: {},
    withdrawn: {},
    lapsed: {},
  },
  contest: {
    open: { uphold: 'upheld', explain: 'explained', escalate: 'escalated' },
    explained: { escalate: 'escalated' },
    escalated: { uphold: 'upheld', close: 'closed' },
    upheld: {},
    closed: {},
  },
} as const;

describe.each(Object.keys(TABLES) as (keyof typeof TABLES)[])('%s', (name) => {
  const machine: states.StateTable<string, string> = MACHINES[name];

  test('goes where the table says and nowhere else', () => {
    expect(machine.table).toEqual(TABLES[name]);
  });

  test('reaches every state it has', () => {
    expect([...states.reachable(machine)].sort()).toEqual(Object.keys(machine.table).sort());
  });
});
