import { states } from '@xihuo/kernel';
import { mandateStates } from './mandate-states';
import { standardStates } from './standard-states';

describe('a standard on its way', () => {
  it.each([
    ['draft', 'edit', 'draft'],
    ['draft', 'openComments', 'commenting'],
    ['draft', 'revise', null],
    ['draft', 'answer', null],
    ['draft', 'publish', null],
    ['draft', 'withdraw', 'withdrawn'],
    ['commenting', 'edit', null],
    ['commenting', 'openComments', null],
    ['commenting', 'revise', 'draft'],
    ['commenting', 'answer', 'commenting'],
    ['commenting', 'publish', 'published'],
    ['commenting', 'withdraw', 'withdrawn'],
    ...(['published', 'withdrawn'] as const).flatMap((state) =>
      (['edit', 'openComments', 'revise', 'answer', 'publish', 'withdraw'] as const).map(
        (event) => [state, event, null] as const,
      ),
    ),
  ] as const)('%s, %s: %s', (state, event, next) => {
    expect(states.transition(standardStates, state, event)).toBe(next);
  });

  it('every state can be reached', () => {
    expect(states.reachable(standardStates).size).toBe(Object.keys(standardStates.table).length);
  });
});

describe('a mandate', () => {
  it.each([
    ['asked', 'confirm', 'confirmed'],
    ['asked', 'refuse', 'refused'],
    ['asked', 'end', 'ended'],
    ['confirmed', 'confirm', null],
    ['confirmed', 'refuse', null],
    ['confirmed', 'end', 'ended'],
    ...(['refused', 'ended'] as const).flatMap((state) =>
      (['confirm', 'refuse', 'end'] as const).map((event) => [state, event, null] as const),
    ),
  ] as const)('%s, %s: %s', (state, event, next) => {
    expect(states.transition(mandateStates, state, event)).toBe(next);
  });

  it('every state can be reached', () => {
    expect(states.reachable(mandateStates).size).toBe(Object.keys(mandateStates.table).length);
  });
});
