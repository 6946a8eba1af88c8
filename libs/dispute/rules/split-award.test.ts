import fc from 'fast-check';
import { money } from '@xihuo/kernel';
import { splitAward } from './split-award';

const line = fc.bigInt({ min: 1n, max: 10_000_000n });

test('any award over any lines is given to the fen, no line gets more than was claimed of it', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(10_000), (claims, share) => {
      const lines = claims.map((fen, at) => ({ lineId: `line-${at}`, claimedFen: money.fen(fen) }));
      const held = claims.reduce((all, fen) => all + fen, 0n);
      const refund = money.fen((held * BigInt(share)) / 10_000n);
      const parts = splitAward(refund, lines);
      expect(money.sum(parts.map((part) => part.fen))).toBe(refund);
      for (const [at, part] of parts.entries()) {
        expect(part.fen >= 0n).toBe(true);
        expect(part.fen <= claims[at]!).toBe(true);
      }
    }),
  );
});

test('more than is held is nobody’s to give', () => {
  expect(() => splitAward(money.fen(3), [{ lineId: 'a', claimedFen: money.fen(2) }])).toThrow();
});
