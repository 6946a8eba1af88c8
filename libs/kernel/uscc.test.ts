import fc from 'fast-check';
import { faultOf } from './uscc';

const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('unified social credit code', () => {
  it.each([
    // The published example of GB 32100-2015, and its published wrong twin.
    ['91350100M000100Y43', null],
    ['91350100M000100Y4Z', 'form'],
    ['91350100M000100Y44', 'checkCharacter'],
    // A cooperative and a village collective of the invented suppliers.
    ['93150125YY0001004B', null],
    ['91350100m000100Y43', 'form'],
    ['9135010OM000100Y43', 'form'],
    ['91350100M000100Y4', 'form'],
    ['91350100M000100Y433', 'form'],
    ['', 'form'],
  ] as const)('%s: %s', (code, fault) => {
    expect(faultOf(code)).toBe(fault);
  });

  it('is refused after any change of a single character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('91350100M000100Y43', '93150125YY0001004B', '91150430YY00010716'),
        fc.nat(17),
        fc.constantFrom(...CHARSET),
        (code, index, character) => {
          fc.pre(code[index] !== character);
          expect(faultOf(code.slice(0, index) + character + code.slice(index + 1))).not.toBeNull();
        },
      ),
    );
  });

  it('writes a check value of 31 as 0, and a right outer check does not hide a wrong inner one', () => {
    const outerRight = (inner: string) => [...CHARSET].map((check) => inner + check);
    const zero = codesWithCheck('0');
    expect(zero.length).toBeGreaterThan(0);
    for (const code of zero) expect(faultOf(code)).toBeNull();
    // Inner organisation code Y4 of the example with its own check digit spoilt.
    const faults = outerRight('91350100M000100Y5').map(faultOf);
    expect(faults.filter((fault) => fault === 'organisationCheckCharacter')).toHaveLength(1);
    expect(faults).not.toContain(null);
  });
});

/** Codes of the invented range whose check character is the wanted one. */
function codesWithCheck(wanted: string): string[] {
  const found: string[] = [];
  for (let serial = 0; serial < 400 && found.length < 3; serial += 1) {
    for (const inner of '0123456789X') {
      const code = `91150430YY${String(serial).padStart(6, '0')}${inner}${wanted}`;
      if (faultOf(code) === null) found.push(code);
    }
  }
  return found;
}
