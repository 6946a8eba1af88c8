import { answerEvent, answersAlone, escalationFault } from './contest';

test.each([
  ['supplier', true, 'uphold'],
  ['supplier', false, 'explain'],
  ['county', true, 'uphold'],
  ['county', false, 'close'],
] as const)('%s, adding %s: %s', (by, adds, event) => {
  expect(answerEvent(by, adds)).toBe(event);
});

test.each([
  ['open', '2026-05-10', 'ANSWER_NOT_DUE'],
  ['open', '2026-05-11', null],
  ['explained', '2026-05-01', null],
  ['escalated', '2026-05-11', 'NOT_AT_THIS_STEP'],
  ['upheld', '2026-05-11', 'NOT_AT_THIS_STEP'],
  ['closed', '2026-05-11', 'NOT_AT_THIS_STEP'],
] as const)('%s, asked for on %s: %s', (state, today, fault) => {
  expect(escalationFault({ state, answerBy: '2026-05-10' }, today)).toBe(fault);
});

const nobody = { personId: 'p', suppliers: [], households: [] };
const contest = { supplierId: 's', payeeId: 'h', hands: ['clerk'] };

test.each([
  ['a clerk of the supplier', { ...nobody, suppliers: ['s'] }, 'supplier', false],
  ['a clerk who wrote the record down', { ...nobody, personId: 'clerk', suppliers: ['s'] }, 'supplier', false],
  ['a clerk whose own household objects', { ...nobody, suppliers: ['s'], households: ['h'] }, 'supplier', true],
  ['a clerk whose own collective objects', { ...nobody, suppliers: ['s', 'h'] }, 'supplier', true],
  ['an officer', nobody, 'county', false],
  ['an officer who acts for the collective', { ...nobody, suppliers: ['h'] }, 'county', true],
  ['an officer of the household', { ...nobody, households: ['h'] }, 'county', true],
  ['an officer who is a clerk there too', { ...nobody, suppliers: ['s'] }, 'county', true],
  ['an officer who had a hand in it', { ...nobody, personId: 'clerk' }, 'county', true],
] as const)('%s: answers what is its own?', (_who, answerer, by, expected) => {
  expect(answersAlone(answerer, contest, by)).toBe(expected);
});
