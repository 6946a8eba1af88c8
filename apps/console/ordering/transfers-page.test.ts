import { asItStands, type Transfer } from './transfers-page';

test('who is overtaken at a transfer goes on with the version that stands, and one that has left the list stays to be read', () => {
  const transfer = (id: string, version: number) => ({ id, version }) as Transfer;
  const chosen = transfer('a', 1);
  expect(asItStands([transfer('b', 7), transfer('a', 2)], chosen).version).toBe(2);
  expect(asItStands([transfer('b', 7)], chosen)).toBe(chosen);
  expect(asItStands(undefined, chosen)).toBe(chosen);
});
