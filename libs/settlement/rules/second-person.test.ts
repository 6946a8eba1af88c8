import { isOpen, isSecond, mayDiscard, mayResume } from './second-person';

const held = (role: string, organisationId: string | null = null) => ({ role, organisationId, householdId: null });
const person = (personId: string, ...grants: ReturnType<typeof held>[]) => ({
  ...{ kind: 'person' as const, personId, grants },
});
const SUPPLIER = { kind: 'organisation', id: 's1' } as const;
const account = { state: 'proposed', proposed_by: 'clerk', is_held: true } as const;

test('a second person is of finance, another than proposed the account, and nobody of the payee', () => {
  expect(isSecond(person('other', held('finance')), SUPPLIER, account)).toBe(true);
  expect(isSecond(person('clerk', held('finance')), SUPPLIER, account)).toBe(false);
  expect(isSecond(person('other', held('operator')), SUPPLIER, account)).toBe(false);
  const both = person('other', held('finance'), held('supplier', 's1'));
  expect(isSecond(both, SUPPLIER, account)).toBe(false);
});

test.each([
  ['proposed', true, ['confirm', 'cancel']],
  ['proposed', false, ['confirm', 'cancel']],
  ['confirmed', true, ['cancel']],
  ['confirmed', false, []],
  ['cancelled', true, []],
] as const)('an account that is %s, held %s: %j', (state, held, open) => {
  const one = { ...account, state, is_held: held };
  expect((['confirm', 'cancel'] as const).filter((decision) => isOpen(one, decision))).toEqual(open);
});

test('who stopped payouts does not let them go on, who asked for a batch back does not take it', () => {
  expect(mayResume('a', { stopped: true, by_person: 'a' })).toBe(false);
  expect(mayResume('b', { stopped: true, by_person: 'a' })).toBe(true);
  expect(mayResume('a', { stopped: false, by_person: 'a' })).toBe(true);
  expect(mayDiscard('a', { discard_asked_by: null })).toBe(true);
  expect(mayDiscard('a', { discard_asked_by: 'a' })).toBe(false);
  expect(mayDiscard('b', { discard_asked_by: 'a' })).toBe(true);
});
