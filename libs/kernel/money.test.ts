import fc from 'fast-check';
import { allocate, basisPoints, fen, fromWire, sum, toWire } from './money';

describe('allocate', () => {
  test.each([
    { name: 'three households share 100 fen', total: 100n, weights: [1n, 1n, 1n], expected: [34n, 33n, 33n] },
    { name: 'the largest remainder wins, not the first id', total: 10n, weights: [1n, 2n, 4n], expected: [1n, 3n, 6n] },
    { name: 'a zero weight gets nothing', total: 7n, weights: [0n, 1n], expected: [0n, 7n] },
    { name: 'nothing splits into nothings', total: 0n, weights: [0n, 0n], expected: [0n, 0n] },
  ])('$name', ({ total, weights, expected }) => {
    const parts = weights.map((weight, index) => ({ id: `h${index}`, weight }));
    const shares = allocate(fen(total), parts);
    expect(parts.map((part) => shares.get(part.id))).toEqual(expected);
  });

  const pools = fc.record({
    total: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    weights: fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 }),
  });

  test('parts sum to the whole, in any order, and a refund mirrors them', () => {
    fc.assert(
      fc.property(pools, ({ total, weights }) => {
        fc.pre(weights.some((weight) => weight > 0n));
        const parts = weights.map((weight, index) => ({ id: `p${index}`, weight }));
        const shares = allocate(fen(total), parts);
        expect(sum(shares.values())).toBe(total);
        const reversed = allocate(fen(total), [...parts].reverse());
        const negative = allocate(fen(-total), parts);
        for (const part of parts) {
          expect(reversed.get(part.id)).toBe(shares.get(part.id));
          expect(negative.get(part.id)! + shares.get(part.id)!).toBe(0n);
        }
      }),
    );
  });

  test('no part exceeds its weight while the total does not exceed their sum', () => {
    fc.assert(
      fc.property(pools, fc.bigInt({ min: 0n, max: 100n }), ({ weights }, percent) => {
        const whole = weights.reduce((all, weight) => all + weight, 0n);
        fc.pre(whole > 0n);
        const parts = weights.map((weight, index) => ({ id: `p${index}`, weight }));
        const shares = allocate(fen((whole * percent) / 100n), parts);
        for (const part of parts) expect(shares.get(part.id)! <= part.weight).toBe(true);
      }),
    );
  });

  test('refuses to split money by nothing', () => {
    expect(() => allocate(fen(1n), [{ id: 'a', weight: 0n }])).toThrow('nothing to split by');
  });
});

test('basis points round down to the fen', () => {
  expect(basisPoints(fen(999n), 50n)).toBe(4n);
});

test('the wire form keeps every digit', () => {
  const amount = fen('9007199254740993');
  expect(toWire(amount)).toEqual({ amount: '9007199254740993', currency: 'CNY' });
  expect(fromWire(toWire(amount))).toBe(amount);
});

test.each([1.5, Number.NaN, 2 ** 60])('%p is not a count of fen', (value) => {
  expect(() => fen(value)).toThrow('safe integer');
});
