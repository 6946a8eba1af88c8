import { ROLES } from '@xihuo/contract';
import {
  actsOn,
  expiryFrom,
  isOver,
  mayEnrolAlone,
  nextEnd,
  owesSecondFactor,
  useToRecord,
  wantsSecondFactor,
  type Surface,
} from './session-limits';

const start = new Date('2026-11-23T08:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const session = (surface: Surface, seen = 0, ended: Date | null = null) => ({
  surface,
  lastSeenAt: after(seen),
  expiresAt: expiryFrom(surface, start),
  endedAt: ended,
});

const HOUR = 3600;
test.each([
  { name: 'console, a second before idle', given: session('console'), at: 1799, over: false },
  { name: 'console, idle', given: session('console'), at: 1800, over: true },
  {
    name: 'console in steady use, a second before its end',
    given: session('console', 12 * HOUR - 60),
    at: 12 * HOUR - 1,
    over: false,
  },
  { name: 'console in steady use, at its end', given: session('console', 12 * HOUR - 60), at: 12 * HOUR, over: true },
  { name: 'shop, idle for hours', given: session('shop'), at: 20 * HOUR, over: false },
  { name: 'shop, a second before thirty days', given: session('shop'), at: 720 * HOUR - 1, over: false },
  { name: 'shop, thirty days', given: session('shop'), at: 720 * HOUR, over: true },
  { name: 'ended by hand', given: session('shop', 0, start), at: 0, over: true },
])('$name: over is $over', ({ given, at, over }) => {
  expect(isOver(given, after(at))).toBe(over);
});

test('use moves the end of a shop session, never that of a console session', () => {
  expect(useToRecord(session('shop'), after(2 * HOUR))?.expiresAt).toEqual(after(722 * HOUR));
  expect(useToRecord(session('console'), after(60))).toEqual({ lastSeenAt: after(60), expiresAt: after(12 * HOUR) });
});

test('use is not written more often than it matters', () => {
  expect(useToRecord(session('shop'), after(59 * 60))).toBeNull();
  expect(useToRecord(session('console'), new Date(start.getTime() + 999))).toBeNull();
});

test('the page hears of whichever end comes first', () => {
  expect(nextEnd(session('console'))).toEqual(after(1800));
  expect(nextEnd(session('console', 12 * HOUR - 60))).toEqual(after(12 * HOUR));
  expect(nextEnd(session('shop'))).toEqual(after(720 * HOUR));
});

test('every role belongs to exactly one surface', () => {
  const grants = ROLES.map((role) => ({ role }));
  const shop = actsOn('shop', grants).map(({ role }) => role);
  const desk = actsOn('console', grants).map(({ role }) => role);
  expect(shop).toEqual(['consumer', 'businessBuyer', 'farmer']);
  expect([...shop, ...desk].sort()).toEqual([...ROLES].sort());
  expect(wantsSecondFactor(actsOn('shop', grants))).toBe(false);
  expect(wantsSecondFactor([{ role: 'supplier' }, { role: 'auditor' }])).toBe(true);
});

const supplier = [{ role: 'supplier' as const }];
test.each([
  { of: 'a role that asks for one', surface: 'console', grants: [{ role: 'auditor' }], hasFactor: false, owes: true },
  { of: 'whoever enrolled one', surface: 'console', grants: supplier, hasFactor: true, owes: true },
  { of: 'whoever enrolled none', surface: 'console', grants: supplier, hasFactor: false, owes: false },
  { of: 'the shop', surface: 'shop', grants: [], hasFactor: true, owes: false },
] as const)('$of: a session owes the factor is $owes, until it was shown', ({ owes, of: _of, ...strength }) => {
  expect(owesSecondFactor({ ...strength, shownAt: null })).toBe(owes);
  expect(owesSecondFactor({ ...strength, shownAt: start })).toBe(false);
});

test('a factor is enrolled alone in roles of the console that are not given with one', () => {
  expect(mayEnrolAlone(supplier)).toBe(true);
  expect(mayEnrolAlone([{ role: 'countyAgriculture' }])).toBe(true);
  expect(mayEnrolAlone([...supplier, { role: 'finance' }])).toBe(false);
  expect(mayEnrolAlone([{ role: 'consumer' }])).toBe(false);
  expect(mayEnrolAlone([])).toBe(false);
});
