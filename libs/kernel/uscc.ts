/** GB 32100-2015: digits and capitals without I, O, S, V, Z. */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 11714 counts letters from A = 10 on over the whole alphabet, unlike the code around it. */
const ORGANISATION_CHARSET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type UsccFault = 'form' | 'checkCharacter' | 'organisationCheckCharacter';

/** What is wrong with the digits of a unified social credit code, or null. Says nothing about who holds it. */
export function faultOf(code: string): UsccFault | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return 'form';
  if (code[17] !== checkCharacter(code.slice(0, 17))) return 'checkCharacter';
  if (code[16] !== organisationCheckCharacter(code.slice(8, 16))) return 'organisationCheckCharacter';
  return null;
}

/** 31 minus the remainder; a remainder of 0 gives 31, which is written 0 (often forgotten). */
function checkCharacter(body: string): string {
  return CHARSET[(31 - (weighted(body, CHARSET, WEIGHTS) % 31)) % 31]!;
}

function organisationCheckCharacter(body: string): string {
  const check = 11 - (weighted(body, ORGANISATION_CHARSET, ORGANISATION_WEIGHTS) % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

function weighted(body: string, charset: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * charset.indexOf(body[index]!), 0);
}
