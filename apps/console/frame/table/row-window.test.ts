import { windowAt } from './row-window';

const tall = () => 40;

test('of many rows those near the eye are drawn, and what is left out is as high as it would be', () => {
  const place = windowAt(10_000, tall, 200_000, 800);
  expect(place.from).toBe(4984);
  expect(place.to).toBeLessThan(5040);
  expect(place.above).toBe(place.from * 40);
  expect(place.above + place.below + (place.to - place.from) * 40).toBe(400_000);
});

test('rows of unlike heights add up; one never seen is as high as the others on the average', () => {
  const heights = [100, 20, 60];
  const place = windowAt(1000, (row) => heights[row], 0, 500);
  expect(place.from).toBe(0);
  expect(place.above).toBe(0);
  // 180 measured pixels and 997 rows of 60.
  expect(place.below).toBe(
    180 + 997 * 60 - [...Array(place.to).keys()].reduce((sum, row) => sum + (heights[row] ?? 60), 0),
  );
});

test('a table scrolled away altogether keeps a row', () => {
  const place = windowAt(300, tall, 1_000_000, 800);
  expect(place.to - place.from).toBe(1);
  expect(windowAt(300, tall, -1_000_000, 0)).toMatchObject({ from: 0, to: 1, above: 0 });
});
