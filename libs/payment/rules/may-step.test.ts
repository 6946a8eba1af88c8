import { refusedStep, stepsFor } from './may-step';

test.each([
  ['open', null, null, 'assign', null],
  ['open', null, null, 'explain', 'NOT_AT_THIS_STEP'],
  ['assigned', 'me', null, 'explain', null],
  ['assigned', 'me', null, 'assign', 'NOT_AT_THIS_STEP'],
  ['assigned', 'other', null, 'explain', 'NOT_AT_THIS_STEP'],
  ['assigned', 'other', null, 'assign', null],
  ['assigned', 'other', null, 'repair', 'NOT_AT_THIS_STEP'],
  ['explained', 'me', 'me', 'close', 'FOUR_EYES'],
  ['repaired', 'other', 'other', 'close', null],
  ['explained', 'me', 'me', 'assign', null],
  ['closed', 'me', 'me', 'assign', 'NOT_AT_THIS_STEP'],
] as const)('%s, owned by %s, told by %s: %s -> %s', (state, ownerId, toldBy, step, refusal) => {
  expect(refusedStep({ state, ownerId, toldBy }, step, 'me')).toBe(refusal);
  expect(stepsFor({ state, ownerId, toldBy }, 'me').includes(step)).toBe(refusal === null);
});
