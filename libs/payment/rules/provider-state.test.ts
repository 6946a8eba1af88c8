import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import { eventOfProviderState } from './provider-state';

test('whatever the provider reports of a running payment is a step our payment knows', () => {
  for (const event of Object.values(eventOfProviderState)) {
    if (event) expect(states.transition(machines.paymentStates, 'unknown', event)).not.toBeNull();
  }
});

test('money is never refused: a cancelled or failed payment can still be captured', () => {
  const captured = eventOfProviderState.captured ?? 'lost';
  expect(states.transition(machines.paymentStates, 'cancelled', captured)).toBe('captured');
  expect(states.transition(machines.paymentStates, 'failed', captured)).toBe('captured');
});
