import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSOLE_ROLES, routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import type { CallerName } from './callers';
import { keptContent } from './table';
import { openWorld, type World } from './world';

/**
 * The matrix of the console against the server itself: every act of every page, asked by every role that works here. The gate answers by
 * the role before it reads what is sent, so nothing that could be done is sent: ids that are none, and a field that nobody knows.
 */
const MATRIX = join(__dirname, '../../docs/console-matrix.json');
type Cell = { by: string[] };
const matrix = JSON.parse(readFileSync(MATRIX, 'utf8')) as Record<string, { acts: Record<string, Cell> }>;
const cells = Object.entries(matrix).flatMap(([page, { acts }]) =>
  Object.entries(acts).map(([act, { by }]) => ({ page, act: act as RouteKey, by })),
);
/** What would be done by its address alone is not tried. */
const isSafe = (key: RouteKey) => {
  const { params, body }: RouteDefinition = routes[key];
  return params !== undefined || body !== undefined;
};
const acts = [...new Set(cells.map(({ act }) => act))].filter((key) => key in routes && isSafe(key)).sort();

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

test('the pages have acts to try, by far the most of them without doing anything', () => {
  expect(acts.length).toBeGreaterThan(200);
  expect(cells.filter(({ act }) => !isSafe(act)).length).toBeLessThan(30);
});

test.each(CONSOLE_ROLES)(
  '%s is let in to every act that a page offers, and to no other by its role',
  async (role) => {
    const offered = new Set(cells.filter(({ by }) => by.includes(role)).map(({ act }) => act));
    const before = await keptContent(world);
    const answers = new Map<RouteKey, string | undefined>();
    for (const act of acts) {
      const { status, code } = await world.ask(role as CallerName, act, { body: { nobodyKnows: true } });
      answers.set(act, status === 403 ? code : undefined);
    }
    const refused = [...offered].filter((act) => answers.get(act) === 'FORBIDDEN');
    expect(refused).toEqual([]);
    const letIn = acts.filter((act) => answers.get(act) !== 'FORBIDDEN' && !offered.has(act));
    // What anybody signed in may do is on pages that this role does not read.
    expect(letIn.filter((act) => (routes[act] as RouteDefinition).access.kind === 'roles')).toEqual([]);
    expect(await keptContent(world)).toEqual(before);
  },
  60_000,
);
