import { barsOf, layOut, longestOf, piecesOf } from './shares';

test('parts follow each other, and the longest row fills the picture', () => {
  expect(piecesOf([30, 20], 100)).toEqual([
    { start: 0, length: 30 },
    { start: 30, length: 20 },
  ]);
  expect(piecesOf([-5, 10], 10)).toEqual([
    { start: 0, length: 0 },
    { start: 0, length: 100 },
  ]);
  expect(piecesOf([1], 0)).toEqual([{ start: 0, length: 0 }]);
});

test('numbers that are no parts of one whole are not added up: each lies beside its own of the year before', () => {
  const row = { values: [4, 1], before: [2, 8] };
  expect(longestOf(row)).toBe(8);
  const { pieces, marks } = barsOf(row, 8, 16);
  expect(pieces.map(({ start, length, top }) => [start, length, top])).toEqual([
    [0, 50, 0],
    [0, 12.5, 6],
  ]);
  expect(marks.map(({ start, top }) => [start, top])).toEqual([
    [25, 0],
    [100, 6],
  ]);
});

test('parts of a whole have one mark', () => {
  const row = { values: [3, 1], before: 8 };
  expect(longestOf(row)).toBe(8);
  expect(barsOf(row, 8, 16)).toEqual({
    pieces: [
      { start: 0, length: 37.5, top: 0, height: 16 },
      { start: 37.5, length: 12.5, top: 0, height: 16 },
    ],
    marks: [{ start: 100, top: -3, height: 22 }],
  });
  expect(barsOf({ values: [1] }, 1, 16).marks).toEqual([]);
});

const room = { band: 100, least: 10, gap: 5 };
const flows = [
  { from: '440000', to: '520000', value: 20 },
  { from: '370000', to: '620000', value: 30 },
  { from: '370000', to: '500000', value: 50 },
  { from: '120000', to: '620000', value: 0 },
];

test('places stand in the order of their codes, whatever they come to, and what came to nothing is not drawn', () => {
  const { east, west } = layOut(flows, room);
  expect(east).toEqual([
    { code: '370000', top: 0, height: 80 },
    { code: '440000', top: 85, height: 20 },
  ]);
  expect(west.map(({ code }) => code)).toEqual(['500000', '520000', '620000']);
});

test('the bands of a place fill it from its top, one below the other', () => {
  const { bands, west, height } = layOut(flows, room);
  expect(bands).toEqual([
    { from: '370000', to: '500000', left: 0, right: 0, thick: 50 },
    { from: '370000', to: '620000', left: 50, right: west[2]!.top, thick: 30 },
    { from: '440000', to: '520000', left: 85, right: west[1]!.top, thick: 20 },
  ]);
  expect(height).toBe(110);
  expect(layOut([], room)).toEqual({ east: [], west: [], bands: [], height: 0 });
});
