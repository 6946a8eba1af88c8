import { routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { CALLERS, type CallerName } from './callers';
import { expectedOfAll, openWorld, statusOfAll, type Made, type World } from './world';

/** A request for one thing; `make` makes a thing of which the request can be granted, once. */
export interface Row {
  thing: string;
  key: RouteKey;
  allowed: readonly CallerName[];
  make: (world: World) => Promise<Made>;
}

export function row(key: RouteKey, thing: string, allowed: readonly CallerName[], make: Row['make']): Row {
  return { key, thing, allowed, make };
}

/** What is refused may stand in the audit trail, in the counters of attempts, and nowhere else. */
const TRAIL = /^platform\.(audit_|rate_window)/;

/** Proves rows by asking for everybody: only whom the thing is for gets it, the others are refused and nothing is written. */
export function proveRows(rows: readonly Row[], prepare?: (world: World) => Promise<void>): void {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(prepare);
  }, 60_000);
  afterAll(() => world?.close());

  test('everybody came in as who they are', async () => {
    expect(await statusOfAll(world)).toEqual(expectedOfAll);
  });

  describe.each(rows.map((one) => [one.key, one.thing, one] as const))('%s of %s', (key, _thing, one) => {
    const strangers = CALLERS.filter((name) => !one.allowed.includes(name));
    // What only reads may be asked again for the same thing.
    const isRead = key.startsWith('GET ');

    test(`is answered to ${one.allowed.join(', ')}, and to nobody else`, async () => {
      let made = await one.make(world);
      const before = await keptContent(world);
      const answers: Record<string, string> = {};
      for (const name of strangers) answers[name] = spoken(await world.ask(name, key, made));
      expect(answers).toEqual(Object.fromEntries(strangers.map((name) => [name, 'refused'])));
      expect(await keptContent(world)).toEqual(before);

      for (const [index, name] of one.allowed.entries()) {
        if (index > 0 && !isRead) made = await one.make(world);
        const answer = await world.ask(name, key, made);
        expect([name, answer.status < 300 ? 'granted' : JSON.stringify(answer.body)]).toEqual([name, 'granted']);
      }
    });
  });
}

export function isRefusal({ status }: { status: number }): boolean {
  return [401, 403, 404].includes(status);
}

function spoken(answer: { status: number; code: string | undefined }): string {
  return isRefusal(answer) ? 'refused' : `${answer.status} ${answer.code}`;
}

/** What stands in the database but for the trail of what was tried. */
export async function keptContent({ content, shop }: World): Promise<Record<string, string>> {
  const kept = Object.entries(await content()).filter(([table]) => !TRAIL.test(table));
  const sessions = await shop.count('select count(*) from identity.session where ended_at is null');
  return Object.fromEntries([...kept, ['open sessions', String(sessions)]]);
}

/** Every route that takes an id and is not for everybody. */
export const guarded = (Object.entries(routes) as [RouteKey, RouteDefinition][])
  .filter(([, { params, access }]) => params && access.kind !== 'public')
  .map(([key]) => key)
  .sort();
