import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this one asks the contract what a list tells
import { routes } from '@xihuo/contract';
import type { RouteKey } from '@xihuo/ui';
import { z } from 'zod';
import { isOfPersons } from './of-persons';

const console = join(__dirname, '../..');
const pages = readdirSync(console, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));

/** What the console draws as a list, by the route that answers it. */
const listed = [
  ...new Set(
    pages
      .map((path) => readFileSync(join(console, path), 'utf8'))
      .filter((text) => /<Listing\b/.test(text))
      .flatMap((text) => [...text.matchAll(/usePages\(\s*'(GET [^']+)'/g)].map(([, route]) => route as RouteKey)),
  ),
];

/** A household, a payee, or what somebody is called or reached by. */
const PERSONAL = ['household', 'payee', 'displayName', 'village', 'phone', 'actor'];

function namesOf(route: RouteKey): string[] {
  const { response } = routes[route] as { response: z.ZodType };
  const names = JSON.stringify(z.toJSONSchema(response, { unrepresentable: 'any', io: 'input' }));
  return PERSONAL.filter((name) => names.includes(`"${name}":`));
}

test('of a list whose rows tell of a person no file is written from the page', () => {
  expect(listed.length).toBeGreaterThan(60);
  expect(listed.filter((route) => namesOf(route).length > 0 && !isOfPersons(route))).toEqual([]);
});

test('goods, suppliers and sums are had as a file', () => {
  expect((['GET /admission/queue', 'GET /benefit/pools', 'GET /settlement/runs'] as const).map(isOfPersons)).toEqual([
    ...[false, false, false],
  ]);
});
