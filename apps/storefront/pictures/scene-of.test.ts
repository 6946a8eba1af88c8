import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOORS, LANDS, landOf } from './scene-of';

const scenes = readFileSync(join(__dirname, 'scenes.svg'), 'utf8');

test.each([
  ['620000', 'land-62'],
  ['620826', 'land-62'],
  ['330000', 'land'],
])('%s lies in %s', (region, land) => {
  expect(landOf(region)).toBe(land);
});

test('every landscape and door is drawn', () => {
  const ids = [landOf('000000'), ...LANDS.map((land) => landOf(`${land}0000`)), ...DOORS.map((door) => `door-${door}`)];
  for (const id of ids) expect(scenes).toContain(`<g id="${id}">`);
});

test('every colour of a drawing is one of the page', () => {
  const theme = readFileSync(join(__dirname, '../../../libs/ui/tokens/theme.css'), 'utf8');
  for (const [, name] of scenes.matchAll(/var\((--color-[\w-]+)\)/g)) expect(theme).toContain(`${name}:`);
  expect(scenes).not.toMatch(/(fill|stroke)="#/);
});
