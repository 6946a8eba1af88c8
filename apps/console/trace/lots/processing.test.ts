import { repeated, sumsOf, whole, type Line } from './processing';

const line = (what: string, kilograms: string): Line => ({ key: 0, what, kilograms });

test('what goes in is what comes out and what is lost; what is missing is said', () => {
  expect(sumsOf([line('a', '100'), line('b', '20.5')], [line('c', '90')], [line('drying', '30')])).toEqual({
    ...{ input: 120_500, output: 90_000, lost: 30_000, missing: 500, yieldBp: 7_468 },
  });
  expect(sumsOf([], [line('c', '1')], []).missing).toBe(-1_000);
  expect(sumsOf([], [], []).yieldBp).toBeNull();
});

test('a line without a lot or a weight is not whole', () => {
  expect([whole([line('a', '1')]), whole([line('', '1')]), whole([line('a', '0')])]).toEqual([true, false, false]);
});

test('no lot stands twice, nor on both sides; two new lots of one product may', () => {
  expect(repeated([line('a', '1')], [line('a', '1')])).toBe(true);
  expect(repeated([line('a', '1'), line('a', '1')], [line('b', '2')])).toBe(true);
  expect(repeated([line('a', '2')], [line('product:p', '1'), line('product:p', '1')])).toBe(false);
});
