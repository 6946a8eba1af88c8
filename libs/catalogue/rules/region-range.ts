export interface RegionRange {
  from: string;
  to: string;
}

/**
 * The codes a region holds, itself included (GB/T 2260): two digits bind for a province, four for a prefecture, six for a
 * county. Only pairs of zeros are stripped: 511000 is the prefecture 5110, not everything that begins with 511. Counties of
 * a municipality, and those run by a province directly, hang on the province and are found under its two digits.
 */
export function regionRange(code: string): RegionRange {
  const binding = code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') ? code.slice(0, 4) : code;
  return { from: binding.padEnd(6, '0'), to: binding.padEnd(6, '9') };
}
