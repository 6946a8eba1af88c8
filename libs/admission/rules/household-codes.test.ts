import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idNumberFault, isBankCard } from './household-codes';

// The two examples of GB 11643; who was born in 1880, as in the second, sells nothing any more.
it.each([
  ['11010519491231002X', null],
  ['440524188001010014', 'birthday'],
  ['110105194912310021', 'checkCharacter'],
  ['11010519491231002x', 'form'],
  ['110105194902300025', 'birthday'],
  ['110105491231002', 'form'],
  ['11010519491231002X44', 'disabilityCertificate'],
  ['11010519491231002X4401', 'disabilityCertificate'],
  ['', 'form'],
])('%s: %s', (number, fault) => {
  expect(idNumberFault(number)).toBe(fault);
});

it('an ID number is refused after any change of a single digit', () => {
  fc.assert(
    fc.property(fc.nat(16), fc.constantFrom(...'0123456789'), (at, digit) => {
      const right = '11010519491231002X';
      fc.pre(right[at] !== digit);
      expect(idNumberFault(right.slice(0, at) + digit + right.slice(at + 1))).not.toBeNull();
    }),
  );
});

it.each([
  ['6222021234567894', true],
  ['6222021234567895', false],
  ['622202123456789', false],
  ['62220212345678941234', false],
])('card %s: %s', (number, right) => {
  expect(isBankCard(number)).toBe(right);
});

it('takes every invented household', () => {
  const [head, ...lines] = readFileSync(join(__dirname, '../../../infra/database/seed/farmers-sample.csv'), 'utf8')
    .trim()
    .split('\n');
  const columns = head!.split(',');
  const [id, card] = [columns.indexOf('id_number_test'), columns.indexOf('bank_card_test')];
  const wrong = lines
    .map((line) => line.split(','))
    .filter((row) => idNumberFault(row[id]!) !== null || !isBankCard(row[card]!));
  expect(lines.length).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});
