import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { badInput, type Offer } from '@xihuo/testing';
import { contexts } from '../contexts';

/** Bodies and addresses that nobody can read, at doors of each kind. */

const keyed = (more: Record<string, string> = {}) => ({ 'idempotency-key': randomUUID(), ...more });
const json = (more: Record<string, string> = {}) => ({ 'content-type': 'application/json', ...more });

let at: badInput.Target;
let apple: Offer;
let finance: badInput.Caller;
let clerk: badInput.Caller;
let farmer: badInput.Caller;
let buyer: badInput.Caller;

beforeAll(async () => {
  at = await badInput.openTarget(contexts);
  apple = await at.shop.offer();
  finance = await at.house.signedIn({ role: 'finance' });
  clerk = await at.house.signedIn({ role: 'supplier', organisationId: apple.supplierId });
  buyer = await at.house.signedIn({ role: 'consumer' });
  farmer = await at.house.signedIn({
    role: 'farmer',
    householdId: await at.shop.workedDays(apple.supplierId, 1, 100n),
  });
});
afterAll(() => at?.close());

describe('a body that is', () => {
  const text = () => JSON.stringify(at.shop.bodyOf({ offer: apple, quantity: 2 }));
  const doors = () => [
    { path: '/orders', by: at.guest, headers: keyed() },
    { path: '/sessions', by: at.guest, headers: {} },
    { path: '/settlement/runs', by: finance, headers: keyed() },
  ];
  const everywhere = async (body: string | Buffer, status: number, code: string, headers = json()) => {
    for (const door of doors())
      await at.refused({ ...door, body, headers: { ...door.headers, ...headers } }, status, code);
  };

  test.each<[string, () => string | Buffer]>([
    ['cut off', () => text().slice(0, -1)],
    ['followed by more', () => `${text()} {}`],
    ['of single quotes', () => `{'lines':[]}`],
    ['not a number', () => '{"lines":[{"quantity":NaN}]}'],
    ['a key twice', () => text().replace('"quantity":2', '"quantity":2,"quantity":1')],
    ['a key twice, once escaped', () => text().replace('"quantity":2', '"quantity":2,"\\u0071uantity":1')],
    ['with __proto__', () => text().replace('{', '{"__proto__":{"amount":"1"},')],
    ['with __proto__ in a line', () => text().replace('"quantity"', '"__proto__":{"unitPrice":null},"quantity"')],
    ['not UTF-8', () => Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])],
    ['UTF-16', () => Buffer.from(text(), 'utf16le')],
  ])('%s', (_name, body) => everywhere(body(), 400, 'MALFORMED_JSON'));

  test.each([
    ['a list', '[]'],
    ['a word', '"order"'],
    ['null', 'null'],
    ['empty', ''],
    ['deep', '['.repeat(200_000) + ']'.repeat(200_000)],
  ])('%s', (_name, body) => everywhere(body, 422, 'INVALID_INPUT'));

  test.each([
    ['text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['a form of parts', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
    ['JSON of another kind', 'application/json-seq'],
  ])('called %s', (_name, type) => everywhere(text(), 415, 'UNSUPPORTED_MEDIA_TYPE', json({ 'content-type': type })));

  test('ten megabytes', () => everywhere(`{"lines":"${'x'.repeat(10 * 1024 * 1024)}"}`, 413, 'BODY_TOO_LARGE'));
  test('a byte more than a mebibyte', () => everywhere(' '.repeat(1024 * 1024 + 1), 413, 'BODY_TOO_LARGE'));
});

describe('an address with', () => {
  test.each([
    ['an unknown question', '/products?admin=1', 422, 'INVALID_INPUT'],
    ['hyphens for the id of a pack', `/venues?packs=${'-'.repeat(36)}`, 422, 'INVALID_INPUT'],
    ['__proto__ for a question', '/products?__proto__=1', 422, 'INVALID_INPUT'],
    ['the same question twice', '/products?limit=1&limit=2', 422, 'INVALID_INPUT'],
    ['a limit of 0', '/products?limit=0', 422, 'INVALID_INPUT'],
    ['a limit of 101', '/products?limit=101', 422, 'INVALID_INPUT'],
    ['half a limit', '/products?limit=1.5', 422, 'INVALID_INPUT'],
    ['an invented cursor', '/products?cursor=abc', 422, 'INVALID_INPUT'],
    ['a cursor that is SQL', '/register/suppliers?cursor=JyBvciAxPTE', 422, 'INVALID_INPUT'],
    ...['710000', '999999', '000000'].flatMap((place) =>
      ['/products?deliverTo=', '/search/facets?deliverTo=', '/cart?region='].map(
        (path): [string, string, number, string] => [
          `a place nobody delivers to after ${path}, ${place}`,
          `${path}${place}`,
          422,
          'REGION_NOT_DELIVERABLE',
        ],
      ),
    ),
    ['an id that is none', `/suppliers/1`, 422, 'INVALID_INPUT'],
    ['a NUL', '/products/%00', 422, 'INVALID_INPUT'],
    ['half a character', '/products/%ff', 404, 'NOT_FOUND'],
    ['a way up', '/products/..%2f..%2fetc%2fpasswd', 422, 'INVALID_INPUT'],
    ['nobody behind it', '/suppliers/01a20ac8-9028-7e96-9c1e-db2cbb4e55a4', 404, 'NOT_FOUND'],
    ['no route', '/nothing', 404, 'NOT_FOUND'],
  ])('%s', (_name, path, status, code) => at.refused({ method: 'GET', path }, status, code).then(() => undefined));

  test.each(['/me/orders', '/supplier/orders', '/me/earnings', '/settlement/runs', '/settlement/statements'])(
    'a place that %s does not have',
    async (list) => {
      const readers: Record<string, badInput.Caller> = {
        ...{ '/me/orders': buyer, '/me/earnings': farmer, '/supplier/orders': clerk },
      };
      const by = readers[list] ?? finance;
      const places = ["' or 1=1", '2026-02-30', '2026-13-01', '0000-01-01'];
      for (const cursor of ['abc', ...places.map((place) => Buffer.from(place).toString('base64url'))])
        await at.refused({ by, method: 'GET', path: `${list}?cursor=${cursor}` }, 422, 'INVALID_INPUT');
    },
  );

  test('a method it does not have', () => at.refused({ method: 'PUT', path: '/orders', body: {} }, 404, 'NOT_FOUND'));
});
