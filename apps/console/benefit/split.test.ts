import { partsAgree } from './split';

const fen = (amount: string) => ({ amount, currency: 'CNY' as const });

test.each([
  ['a third each, the largest remainder first', '100', ['34', '33', '33'], true],
  ['a fen short', '100', ['33', '33', '33'], false],
  ['nothing into nothing', '0', [], true],
  ['beyond what a double holds', '9007199254740993', ['9007199254740992', '1'], true],
])('%s', (_, whole, parts, agree) => {
  expect(
    partsAgree(
      fen(whole),
      parts.map((amount) => ({ amount: fen(amount) })),
    ),
  ).toBe(agree);
});
