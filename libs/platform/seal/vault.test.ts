import { Vault } from './vault';

const vault = new Vault(Buffer.alloc(32, 7).toString('base64'));
const cell = { table: 'registry.household_sealed', row: 'h1', column: 'id_number' };

test('what is sealed opens in its own cell', () => {
  expect(vault.open(cell, vault.seal(cell, '示例 000000197110030019'))).toBe('示例 000000197110030019');
});

test('the same text is never sealed to the same bytes', () => {
  expect(vault.seal(cell, 'x').equals(vault.seal(cell, 'x'))).toBe(false);
});

test.each([
  ['another row', { ...cell, row: 'h2' }],
  ['another column', { ...cell, column: 'bank_card' }],
  ['another table', { ...cell, table: 'registry.other' }],
])('it does not open in %s', (_name, other) => {
  expect(() => vault.open(other, vault.seal(cell, 'secret'))).toThrow();
});

test('nor with one bit changed anywhere, nor under another key', () => {
  const sealed = vault.seal(cell, 'secret');
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = changed[index]! ^ 1;
    expect(() => vault.open(cell, changed)).toThrow();
  }
  expect(() => new Vault(Buffer.alloc(32, 8).toString('base64')).open(cell, sealed)).toThrow();
});

test('the same text has another index for another purpose', () => {
  expect(vault.blindIndex('a', 'x').equals(vault.blindIndex('b', 'x'))).toBe(false);
  expect(vault.blindIndex('a', 'x').equals(vault.blindIndex('a', 'x'))).toBe(true);
});
