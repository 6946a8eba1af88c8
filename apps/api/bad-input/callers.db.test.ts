import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { badInput } from '@xihuo/testing';
import { contexts } from '../contexts';

/** Callers who are not who they say, not there any more, or sent by a foreign page. */

const keyed = (more: Record<string, string> = {}) => ({ 'idempotency-key': randomUUID(), ...more });

let at: badInput.Target;
let finance: badInput.Caller;

beforeAll(async () => {
  at = await badInput.openTarget(contexts);
  finance = await at.house.signedIn({ role: 'finance' });
});
afterAll(() => at?.close());

describe('a session', () => {
  const run = (by: badInput.Caller): badInput.Bad => ({
    by,
    path: '/settlement/runs',
    body: { periodEnd: '2026-01-01' },
    headers: keyed(),
  });

  test('that is over', async () => {
    const late = await at.house.signedIn({ role: 'finance' });
    await at.shop.rows(
      `update identity.session set last_seen_at = last_seen_at - interval '1 hour' where token_hash = sha256($1::bytea)`,
      [Buffer.from(late.token!)],
    );
    await at.refused(run(late), 401, 'SESSION_EXPIRED');
  });

  test('that is over, at the order of an account', async () => {
    const late = await at.house.signedIn({ role: 'consumer' });
    const token = late.token!;
    await late.ask('DELETE', '/sessions/current');
    late.plant(token);
    const path = `/orders/${randomUUID()}/cancel`;
    await at.refused({ by: late, path, body: {} }, 401, 'SESSION_EXPIRED');
  });

  test('that was ended', async () => {
    const gone = await at.house.signedIn({ role: 'finance' });
    const token = gone.token!;
    await gone.ask('DELETE', '/sessions/current');
    gone.plant(token);
    await at.refused(run(gone), 401, 'SESSION_EXPIRED');
  });

  test.each([
    ['invented', 'a'.repeat(43)],
    ['of nonsense', '%00"; drop'],
  ])('%s', async (_name, token) => {
    const forger = at.house.browser('console');
    forger.plant(token);
    await at.refused(run(forger), 401, 'NOT_SIGNED_IN');
  });

  test('of the shop in the console', async () => {
    const crossing = at.house.browser('console');
    crossing.plant((await at.house.signedIn({ role: 'consumer' })).token!);
    await at.refused(run(crossing), 401, 'NOT_SIGNED_IN');
  });

  test('without the second factor', async () => {
    const { login, password } = await at.house.person({ role: 'finance', secondFactor: true });
    const half = at.house.browser('console');
    await half.signIn(login, password);
    await at.refused(run(half), 403, 'SECOND_FACTOR_REQUIRED');
  });

  test.each([
    ['a login that is a list', { surface: 'shop', login: ['a'], password: 'b' }, 422, 'INVALID_INPUT'],
    ['a login that is a question', { surface: 'shop', login: { $ne: '' }, password: 'b' }, 422, 'INVALID_INPUT'],
    ['a password of 257 characters', { surface: 'shop', login: 'a', password: 'b'.repeat(257) }, 422, 'INVALID_INPUT'],
    ['another surface', { surface: 'root', login: 'a', password: 'b' }, 422, 'INVALID_INPUT'],
    ['a role beside it', { surface: 'shop', login: 'a', password: 'b', role: 'operator' }, 422, 'INVALID_INPUT'],
    ['a wrong password', { surface: 'shop', login: 'person-1', password: 'guess' }, 401, 'WRONG_CREDENTIALS'],
    ['a login nobody has', { surface: 'shop', login: 'nobody', password: 'guess' }, 401, 'WRONG_CREDENTIALS'],
    ['half a character', { surface: 'shop', login: 'person-1', password: '\ud83d' }, 401, 'WRONG_CREDENTIALS'],
  ])('asked for with %s', (_name, body, status, code) => at.refused({ path: '/sessions', body }, status, code));
});

describe('from another place', () => {
  test.each([
    ['a foreign page', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['an origin that is not ours', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('%s', (_name, headers) =>
    at.refused(
      {
        by: finance,
        path: '/settlement/runs',
        body: { periodEnd: '2026-01-01' },
        headers: keyed(headers as Record<string, string>),
      },
      403,
      'CROSS_SITE_REQUEST',
    ),
  );
});
