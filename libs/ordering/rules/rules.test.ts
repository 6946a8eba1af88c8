import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import { maskAddress, maskName } from './mask';
import { releaseDue } from './release';
import { stockState } from './stock-state';

test.each([
  [-1, 'out'],
  [0, 'out'],
  [1, 'low'],
  [19, 'low'],
  [20, 'inStock'],
])('%i packs left read as %s', (available, expected) => {
  expect(stockState(available)).toBe(expected);
});

test('an order page shows enough to recognise and too little to misuse', () => {
  expect(maskName('欧阳修')).toBe('欧**');
  expect(maskAddress('示例路198号3栋2单元')).toBe('示例路198***');
});

const policy = { windowDays: 7, perishableWindowDays: 2 };
test.each([
  { name: 'fresh goods alone', lines: [{ perishable: true }], expected: '2026-11-25T10:00:00.000Z' },
  {
    name: 'the longest window of mixed goods',
    lines: [{ perishable: true }, { perishable: false }],
    expected: '2026-11-30T10:00:00.000Z',
  },
])('release of $name', ({ lines, expected }) => {
  expect(releaseDue(new Date('2026-11-23T10:00:00Z'), lines, policy).toISOString()).toBe(expected);
});

test.each([
  ['order', machines.orderStates],
  ['supplier order', machines.supplierOrderStates],
  ['payment', machines.paymentStates],
  ['application', machines.applicationStates],
] as [string, states.StateTable<string, string>][])(
  'every state of the %s machine can be reached',
  (_name, machine) => {
    expect([...states.reachable(machine)].sort()).toEqual(Object.keys(machine.table).sort());
  },
);
