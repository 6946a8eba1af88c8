import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairs } from './pairs';

const css = readFileSync(join(__dirname, 'theme.css'), 'utf8');
const [byDay = '', byNight = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const coloursIn = (text: string) =>
  new Map([...text.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]));
const day = coloursIn(byDay);
const night = coloursIn(byNight);

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

test('the formula agrees with the published extremes', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('by night every colour has another', () => {
  expect([...night.keys()].sort()).toEqual([...day.keys()].sort());
});

describe.each([
  ['day', day],
  ['night', night],
])('by %s', (_name, colours) => {
  test.each(pairs)('%s on %s has a contrast of at least %d', (foreground, background, least) => {
    expect(colours.has(foreground)).toBe(true);
    expect(colours.has(background)).toBe(true);
    expect(contrast(colours.get(foreground)!, colours.get(background)!)).toBeGreaterThanOrEqual(least);
  });
});
