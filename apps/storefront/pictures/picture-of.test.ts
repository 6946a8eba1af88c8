import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf } from './picture-of';

const sprite = readFileSync(join(__dirname, 'pictures.svg'), 'utf8');
const source = readFileSync(join(__dirname, 'picture-of.ts'), 'utf8');

test.each([
  ['fruit', '百色芒果', { icon: 'mango' }],
  ['fruit', '佳县红枣', { letter: '枣' }],
  ['grain-oil', '敖汉小米', { icon: 'cooked-rice' }],
  ['grain-oil', '会宁胡麻油', { icon: 'jar' }],
  ['mushroom', '南华松茸', { icon: 'brown-mushroom' }],
  ['a category of tomorrow', '新品', { icon: 'basket' }],
])('%s %s', (category, name, picture) => {
  expect(pictureOf(category, name).picture).toEqual(picture);
});

test('every icon named is in the sprite, with its licence', () => {
  const named = [...source.matchAll(/icon: '([a-z-]+)'/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(40);
  for (const name of named) expect(sprite).toContain(`<symbol id="${name}"`);
  expect(sprite).toContain('MIT License. Copyright (c) Microsoft Corporation');
});
