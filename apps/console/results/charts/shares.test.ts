import { layOut, piecesOf } from './shares';

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
