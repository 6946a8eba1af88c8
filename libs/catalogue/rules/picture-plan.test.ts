import { picturePath, sizeFault, widthsFor } from './picture-plan';

test.each([
  [4000, 3000, 1, null],
  [320, 320, 1, null],
  [319, 4000, 1, 'tooSmall'],
  [3000, 900, 1, 'tooLong'],
  [900, 3000, 1, 'tooLong'],
  [50_000, 50_000, 1, 'tooManyPixels'],
  [1000, 1000, 50, 'tooManyPixels'],
])('%s by %s, %s frames: %s', (width, height, frames, fault) => {
  expect(sizeFault(width, height, frames)).toBe(fault);
});

test.each([
  [320, [320]],
  [700, [320, 480, 640]],
  [4000, [320, 480, 640, 960, 1280]],
])('%s wide is encoded in %s', (width, widths) => {
  expect(widthsFor(width)).toEqual(widths);
});

test('its address is what it is', () => {
  expect(picturePath('ab', 'jpeg')).toBe('/api/v1/pictures/ab.jpg');
});
