import { Redis } from 'ioredis';
import { startRedis } from './redis';

test('a Redis of one own keeps apart from others and is gone after stop; without redis-server there is none', async () => {
  const [one, two] = await Promise.all([startRedis(), startRedis()]);
  expect(Boolean(one)).toBe(Boolean(two));
  if (!one || !two) return;
  const [first, second] = [new Redis(one.url), new Redis(two.url)];
  await first.set('key', 'here');
  expect([await first.get('key'), await second.get('key')]).toEqual(['here', null]);
  first.disconnect();
  second.disconnect();
  await Promise.all([one.stop(), two.stop()]);
  const after = new Redis(one.url, { lazyConnect: true, retryStrategy: () => null });
  after.on('error', () => undefined);
  await expect(after.connect()).rejects.toThrow();
  after.disconnect();
}, 20_000);
