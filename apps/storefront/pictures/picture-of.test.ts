import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { doorOf, pictureOf } from './picture-of';

const sprite = readFileSync(join(__dirname, 'pictures.svg'), 'utf8');
const source = readFileSync(join(__dirname, 'picture-of.ts'), 'utf8');

test.each([
  ['fruit', '百色芒果', { icon: 'mango' }],
  ['fruit', '佳县红枣', { letters: '红枣' }],
  ['fruit', '周至猕猴桃', { icon: 'kiwi-fruit' }],
  ['nut', '柞水核桃', { letters: '核桃' }],
  ['seasoning', '武都花椒', { letters: '花椒' }],
  ['seasoning', '鲁甸线椒', { icon: 'hot-pepper' }],
  ['grain-oil', '敖汉小米', { letters: '小米' }],
  ['grain-oil', '会宁胡麻油', { letters: '胡麻油' }],
  ['mushroom', '南华松茸', { icon: 'brown-mushroom' }],
  ['fruit', '从未有过的果子', { icon: 'basket' }],
  ['a category of tomorrow', '新品', { icon: 'basket' }],
])('%s %s', (category, name, picture) => {
  expect(pictureOf(category, name).picture).toEqual(picture);
});

test('a door shows one of its kind', () => {
  expect(doorOf('fruit')).toBe('red-apple');
  expect(doorOf('a category of tomorrow')).toBe('basket');
});

test('every icon named is in the sprite, with its licence', () => {
  const named = [...source.matchAll(/icon: '([a-z-]+)'/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(40);
  for (const name of named) expect(sprite).toContain(`<symbol id="${name}"`);
  expect(sprite).toContain('MIT License. Copyright (c) Microsoft Corporation');
});
