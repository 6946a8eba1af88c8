import 'reflect-metadata';
import type { CallerName } from './callers';
import { historyRows } from './history-rows';
import { recallBy } from './lot-rows';
import { proveRows } from './table';
import { openWorld, type World } from './world';

proveRows(historyRows);

describe('what is told of a recall', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  }, 60_000);
  afterAll(() => world?.close());

  const toldTo = async (name: CallerName, ids: Record<string, string | number>) => {
    const { body } = await world.ask(name, 'GET /history/{kind}/{id}', { ids });
    const lines = body['data'] as { action: string; by: { kind: string; name: string | null } }[];
    return lines.map(({ action, by }) => [action, by.kind, by.name !== null]);
  };

  test.each([
    ['supplier', true],
    ['operator', false],
  ] as const)('that the %s opened it: the supplier reads a name of its own people alone', async (opener, named) => {
    const { ids } = await recallBy(opener)(world);
    const recall = { kind: 'recall', id: ids!['id']! };
    expect(await toldTo('supplier', recall)).toEqual([['recall.open', 'person', named]]);
    expect(await toldTo('auditor', recall)).toEqual([['recall.open', 'person', true]]);
  });
});
