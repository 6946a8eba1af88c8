// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this one holds the choices against the contract itself
import { machines } from '@xihuo/contract';
import { nextStates } from './lead-steps';

test.each(machines.LEAD_STATES.map((state) => [state]))(
  '%s goes on as its table says, except by what is not the exhibitor’s to say',
  (state) => {
    // A paid order makes it an order, and whoever asked takes it back.
    const others: readonly string[] = ['ordered', 'withdrawn'];
    const table = Object.values(machines.leadStates.table[state]).filter((next) => !others.includes(next));
    expect([...nextStates(state)].sort()).toEqual([...table].sort());
  },
);
