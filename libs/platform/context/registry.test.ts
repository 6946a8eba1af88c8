import { z } from 'zod';
import { defineJob } from '../jobs/job';
import { defineConsumer, type Consumer } from '../outbox/consumer';
import type { ContextParts } from './parts';
import { registryOf } from './registry';

const consumer = (name: string): Consumer =>
  defineConsumer({ consumer: name, event: 'orderPaid', handle: () => Promise.resolve() }) as Consumer;
const periodic = (name: string) => defineJob({ name, every: 1_000, run: () => Promise.resolve() });
const queued = (name: string) =>
  defineJob({ name, queue: 'jobs', payload: z.object({}), run: () => Promise.resolve() });
const part = (more: Partial<ContextParts>): ContextParts => ({ name: 'test', ...more });

test('consumers, queued and periodic jobs are found by name', () => {
  const registry = registryOf([
    part({ consumers: [consumer('a.onOrderPaid')], jobs: [periodic('a.sweep')] }),
    part({ consumers: [consumer('b.onOrderPaid')], jobs: [queued('b.print')] }),
  ]);
  expect([...registry.consumers.keys()]).toEqual(['a.onOrderPaid', 'b.onOrderPaid']);
  expect([[...registry.periodic.keys()], [...registry.queued.keys()]]).toEqual([['a.sweep'], ['b.print']]);
  expect(registry.subscriptions).toEqual({
    consumers: ['a.onOrderPaid', 'b.onOrderPaid'],
    events: ['orderPaid', 'orderPaid'],
  });
});

test.each<[string, ContextParts[], RegExp]>([
  [
    'two consumers of one name',
    [part({ consumers: [consumer('a.b')] }), part({ consumers: [consumer('a.b')] })],
    /a\.b has two handlers/,
  ],
  [
    'two jobs of one name, though of two kinds',
    [part({ jobs: [periodic('a.b'), queued('a.b')] })],
    /a\.b has two handlers/,
  ],
  [
    'a consumer without a handler',
    [part({ consumers: [{ ...consumer('a.b'), handle: undefined } as unknown as Consumer] })],
    /a\.b has no handler/,
  ],
  ['a name the queue cannot carry', [part({ jobs: [queued('a:b')] })], /a:b should read context\.verb/],
])('%s: no start', (_, parts, said) => {
  expect(() => registryOf(parts)).toThrow(said);
});
