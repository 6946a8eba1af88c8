import { COMMON_PASSWORDS } from './common-passwords';

/** Shortest password in characters; fifteen are advised, nothing is prescribed about their kinds (ASVS 6.2.5). */
export const SHORTEST = 8;

/**
 * The form of a password that is compared and hashed: full-width digits from a Chinese keyboard are the digits they look
 * like, and one accent has one spelling.
 */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Why a password may not be chosen, or null. Length and guessability are all that is asked. */
export function passwordFault(password: string, login: string): 'short' | 'common' | 'likeLogin' | null {
  const normal = normalPassword(password);
  const characters = [...normal];
  if (characters.length < SHORTEST) return 'short';
  const lower = normal.toLowerCase();
  if (COMMON_PASSWORDS.has(lower) || new Set(characters).size <= 2) return 'common';
  return login.length >= 4 && lower.includes(login.toLowerCase()) ? 'likeLogin' : null;
}

/** Logins differ by more than case and width. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}
