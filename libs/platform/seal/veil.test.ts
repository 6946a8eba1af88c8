import { randomBytes } from 'node:crypto';
import { underVeil } from './veil';
import { Vault } from './vault';

const vault = new Vault(randomBytes(32).toString('base64'));
const cell = { table: 'ordering.customer_order', row: 'a', column: 'delivery_sealed' };
const opened = (plain: string) => vault.open(cell, vault.seal(cell, plain));

test.each([
  [
    '{"name":"王芳","phone":"13800000000","floor":3,"gate":null}',
    '{"name":"•••","phone":"•••","floor":"•••","gate":null}',
  ],
  ['["王芳",{"tags":["a"]}]', '["•••",{"tags":["•••"]}]'],
  ['6222020200112233', '"•••"'],
  ['王芳', '•••'],
])('under the veil %s is told as %s', async (plain, told) => {
  expect(opened(plain)).toBe(plain);
  expect(underVeil(() => opened(plain))).toBe(told);
  const later = underVeil(async () => {
    await Promise.resolve();
    return opened(plain);
  });
  expect(await later).toBe(told);
  expect(opened(plain)).toBe(plain);
});
