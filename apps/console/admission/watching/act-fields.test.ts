import { faultsOf, firstValues, given, type ActField } from './act-fields';

const reason: ActField = { name: 'reason', kind: 'area', label: '', least: 4 };
const due: ActField = { name: 'due', kind: 'day', label: '', min: '2026-11-25', optional: true };
const months: ActField = { name: 'months', kind: 'number', label: '', min: '0', max: '120' };
const only: ActField = { name: 'only', kind: 'text', label: '', when: ({ reason: why }) => why === 'asked' };

test.each([
  [[reason], {}, { reason: 'missing' }],
  [[reason], { reason: ' 一 ' }, { reason: 'short' }],
  [[reason], { reason: '证照已到期' }, {}],
  [[due], { due: '' }, {}],
  [[due], { due: '2026-11-24' }, { due: 'outOfRange' }],
  [[months], { months: '121' }, { months: 'outOfRange' }],
  [[months], { months: '1.5' }, { months: 'outOfRange' }],
  [[months], { months: '0' }, {}],
  [[reason, only], { reason: 'else' }, {}],
  [[reason, only], { reason: 'asked' }, { only: 'missing' }],
] as const)('%j with %j', (fields, values, faults) => expect(faultsOf(fields, values)).toEqual(faults));

test('fields begin with what they propose, and what stays empty is not sent', () => {
  expect(firstValues([{ ...months, initial: '24' }, reason])).toEqual({ months: '24', reason: '' });
  expect({ ...given('dueOn', ' '), ...given('note', ' 好 ') }).toEqual({ note: '好' });
});
