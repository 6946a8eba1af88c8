import { states } from '@xihuo/kernel';
import {
  PAYEE_ACCOUNT_STATES,
  payeeAccountStates,
  PAYOUT_EVENTS,
  PAYOUT_ITEM_STATES,
  PAYOUT_RUN_STATES,
  payoutItemStates,
  payoutRunStates,
} from './payout-states';

/** All that is legal; whatever is not written here is refused. */
const ITEM = [
  ['drawn', 'setAside', 'setAside'],
  ['drawn', 'discard', 'discarded'],
  ['drawn', 'void', 'voided'],
  ['setAside', 'discard', 'discarded'],
  ['setAside', 'void', 'voided'],
  ['setAside', 'pay', 'paid'],
  ['setAside', 'fail', 'failed'],
  ['paid', 'bounce', 'returned'],
];
const RUN = [
  ['drawn', 'approve', 'approved'],
  ['drawn', 'discard', 'discarded'],
  ['approved', 'discard', 'discarded'],
  ['approved', 'setAside', 'setAside'],
];
const ACCOUNT = [
  ['proposed', 'confirm', 'confirmed'],
  ['proposed', 'cancel', 'cancelled'],
  ['confirmed', 'cancel', 'cancelled'],
  ['confirmed', 'bounce', 'returned'],
];

function legal<State extends string, Event extends string>(
  machine: states.StateTable<State, Event>,
  all: readonly State[],
  events: readonly Event[],
): (string | null)[][] {
  return all.flatMap((state) =>
    events.flatMap((event) => {
      const next = states.transition(machine, state, event);
      return next === null ? [] : [[state, event, next]];
    }),
  );
}

test('a line, a list and an account go these ways and no other, and reach every state', () => {
  expect(legal(payoutItemStates, PAYOUT_ITEM_STATES, PAYOUT_EVENTS)).toEqual(ITEM);
  expect(legal(payoutRunStates, PAYOUT_RUN_STATES, ['approve', 'discard', 'setAside'])).toEqual(RUN);
  expect(legal(payeeAccountStates, PAYEE_ACCOUNT_STATES, ['confirm', 'cancel', 'bounce'])).toEqual(ACCOUNT);
  expect([...states.reachable(payoutItemStates)].sort()).toEqual([...PAYOUT_ITEM_STATES].sort());
  expect([...states.reachable(payoutRunStates)].sort()).toEqual([...PAYOUT_RUN_STATES].sort());
  expect([...states.reachable(payeeAccountStates)].sort()).toEqual([...PAYEE_ACCOUNT_STATES].sort());
});
