import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { badInput } from '@xihuo/testing';
import { contexts } from '../contexts';

/** The books over HTTP: nothing can be posted there, and what can be asked is refused by name where it makes no sense. */

let at: badInput.Target;
let finance: badInput.Caller;
let auditor: badInput.Caller;
let today: string;
let accountId: string;

const keyed = () => ({ 'idempotency-key': randomUUID() });
const attempt = ['platform.audit_'];
const closing = (body: object) => ({ by: finance, path: '/ledger/closings', body, headers: keyed() });

beforeAll(async () => {
  at = await badInput.openTarget(contexts);
  await at.shop.paidOrder({ offer: await at.shop.offer() });
  [finance, auditor] = [await at.house.signedIn({ role: 'finance' }), await at.house.signedIn({ role: 'auditor' })];
  today = await at.shop.scale().today();
  const [account] = await at.shop.rows<{ id: string }>(`select id from ledger.account where code = 'orderClearing'`);
  accountId = account!.id;
});
afterAll(() => at?.close());

describe('books closed until', () => {
  test.each<[string, unknown]>([
    ['a day that does not exist', '2026-02-30'],
    ['an instant', '2026-01-01T00:00:00Z'],
    ['a number', 20260101],
    ['nothing', null],
  ])('%s', (_name, through) => at.refused(closing({ through }), 422, 'INVALID_INPUT'));

  test.each<[string, () => string]>([
    ['today, which is not over', () => today],
    ['a day to come', () => time.addDays(today, 30)],
  ])('%s', (_name, through) =>
    at.refused({ ...closing({ through: through() }), leaves: attempt }, 422, 'PERIOD_NOT_OVER'),
  );

  test('a day of a closed period', async () => {
    const through = time.addDays(today, -2);
    const answer = await finance.ask('POST', '/ledger/closings', { through }, keyed());
    expect(answer.status).toBe(201);
    for (const day of [through, time.addDays(through, -1)]) {
      await at.refused({ ...closing({ through: day }), leaves: attempt }, 409, 'LEDGER_PERIOD_CLOSED');
    }
  });

  test('yesterday, by somebody who only reads', () =>
    at.refused({ ...closing({ through: time.addDays(today, -1) }), by: auditor }, 403, 'FORBIDDEN'));

  test('yesterday, without a key', () => {
    const { headers: _, ...bare } = closing({ through: time.addDays(today, -1) });
    return at.refused(bare, 400, 'IDEMPOTENCY_KEY_MISSING');
  });
});

describe('an account', () => {
  test.each<[string, () => string, number, string]>([
    ['nobody opened', () => `/ledger/accounts/${randomUUID()}`, 404, 'NOT_FOUND'],
    ['by a word', () => '/ledger/accounts/clearing', 422, 'INVALID_INPUT'],
    ['as it will stand', () => `/ledger/accounts/${accountId}?at=2099-01-01T00:00:00Z`, 409, 'LEDGER_MOMENT_OPEN'],
    ['at no moment', () => `/ledger/accounts/${accountId}?at=yesterday`, 422, 'INVALID_INPUT'],
    [
      'from a place that is none',
      () => `/ledger/accounts/${accountId}/entries?cursor=bm93aGVyZQ`,
      422,
      'INVALID_INPUT',
    ],
    ['by more than a page', () => `/ledger/accounts/${accountId}/entries?limit=100000`, 422, 'INVALID_INPUT'],
  ])('%s', (_name, path, status, code) => at.refused({ by: finance, method: 'GET', path: path() }, status, code));
});

test.each<[string, string, number, string]>([
  ['a group nobody posted', `/ledger/groups/${randomUUID()}`, 404, 'NOT_FOUND'],
  ['a trial balance of no day', '/ledger/trial-balance', 422, 'INVALID_INPUT'],
  ['a trial balance of a day that does not exist', '/ledger/trial-balance?through=2026-13-01', 422, 'INVALID_INPUT'],
])('%s', (_name, path, status, code) => at.refused({ by: auditor, method: 'GET', path }, status, code));

test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('nothing is posted over HTTP: %s', async (method) => {
  for (const path of ['/ledger/accounts', '/ledger/transfers', `/ledger/accounts/${accountId}`]) {
    await at.refused({ by: finance, method, path, body: {}, headers: keyed() }, 404, 'NOT_FOUND');
  }
});
