// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this one holds the choices against the contract itself
import { machines } from '@xihuo/contract';
import { nextStates } from './lead-steps';

test.each(machines.LEAD_STATES.map((state) => [state]))('%s goes on as its table says, except to an order', (state) => {
  const table = Object.values(machines.leadStates.table[state]).filter((next) => next !== 'ordered');
  expect([...nextStates(state)].sort()).toEqual([...table].sort());
});
