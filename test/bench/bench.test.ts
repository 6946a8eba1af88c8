import { createServer, type Socket } from 'node:net';
import { baskets, singles, type Offer } from './basket.mjs';
import { interleave, median } from './rounds.mjs';
import { requestText, Wire } from './wire.mjs';

describe('a basket', () => {
  const offer = (skuId: string, supplierId: string): Offer => ({ skuId, supplierId, priceFen: '100' });
  const offers = [offer('a1', 'A'), offer('a2', 'A'), offer('a3', 'A'), offer('b1', 'B'), offer('c1', 'C')];

  test('holds three different goods of two suppliers', () => {
    const next = baskets(offers, 7);
    for (let drawn = 0; drawn < 200; drawn += 1) {
      const basket = next();
      expect(new Set(basket.map(({ skuId }) => skuId)).size).toBe(3);
      expect(new Set(basket.map(({ supplierId }) => supplierId)).size).toBe(2);
      expect(basket.every(({ quantity }) => quantity >= 1 && quantity <= 3)).toBe(true);
    }
  });

  test('is the same for the same seed, so both sides sell the same', () => {
    const [one, other] = [baskets(offers, 3), baskets(offers, 3)];
    for (let drawn = 0; drawn < 20; drawn += 1) expect(one()).toEqual(other());
  });

  test('of one line holds one pack of anything', () => {
    const next = singles(offers, 7);
    const drawn = Array.from({ length: 200 }, () => next());
    expect(drawn.every(([{ quantity }]) => quantity === 1)).toBe(true);
    expect(new Set(drawn.map(([{ skuId }]) => skuId)).size).toBe(offers.length);
  });

  test('cannot be filled from one supplier', () => {
    expect(() => baskets([offer('a1', 'A'), offer('a2', 'A')], 1)).toThrow('two suppliers');
  });
});

test('rounds go in turn, and the side that begins changes', async () => {
  const turns: string[] = [];
  const side = (name: string) => () => Promise.resolve(turns.push(name));
  await interleave(3, { ours: side('ours'), theirs: side('theirs') });
  expect(turns).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs']);
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('the median of %p is %p', (values, expected) => {
  expect(median(values)).toBe(expected);
});

describe('a wire', () => {
  let answer: (socket: Socket) => void;
  const server = createServer((socket) => socket.on('data', () => answer(socket)));
  let port: number;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as { port: number }).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('reads one answer after another, however they are cut', async () => {
    const wire = new Wire(port);
    answer = (socket) => {
      socket.write('HTTP/1.1 201 Created\r\nContent-Le');
      setImmediate(() => socket.write('ngth: 6\r\n\r\n西'));
      setImmediate(() => socket.write('货'));
    };
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await wire.ask(requestText('POST', '/', {}, '{}'));
      expect([status, body.toString('utf8')]).toEqual([201, '西货']);
    }
    wire.close();
  });

  test('says so when the server goes away, and from then on', async () => {
    const wire = new Wire(port);
    answer = (socket) => socket.destroy();
    await expect(wire.ask(requestText('GET', '/'))).rejects.toThrow();
    // Also to who asks over it later: a bench that waits for that answer waits for ever.
    expect(wire.isOpen).toBe(false);
    await expect(wire.ask(requestText('GET', '/'))).rejects.toThrow('closed');
  });
});
