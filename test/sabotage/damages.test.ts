import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { damages } from './damages.mjs';

const root = resolve(__dirname, '../..');

// The run itself takes a minute and is a command of its own; that the list still fits the code is seen here at once.
test.each(damages)('fits the code: $name', ({ file, find, replace, tests }) => {
  expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
  expect(replace).not.toContain(find);
  expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
