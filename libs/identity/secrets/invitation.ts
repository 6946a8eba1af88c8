import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '@xihuo/platform';

/** Letters and digits that are not taken for one another, when read from paper or told by mouth. */
export const PLAIN_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 4;
const LENGTH = 8;

/** What whoever was given a role by an offer names to enrol a second factor. Kept nowhere: the key of the house makes it anew. */
export function invitationOf(vault: Vault, offerId: string): string {
  const bytes = vault.blindIndex('identity.invitation', offerId);
  const letters = Array.from({ length: LENGTH }, (_, at) => PLAIN_LETTERS[bytes[at]! % PLAIN_LETTERS.length]);
  return `${letters.slice(0, GROUP).join('')}-${letters.slice(GROUP).join('')}`;
}

/** However it was written: in capitals, with or without the stroke. */
export function isInvitation(vault: Vault, offerId: string, given: string): boolean {
  const plain = (text: string) =>
    Buffer.from(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, ''),
    );
  const [known, typed] = [plain(invitationOf(vault, offerId)), plain(given)];
  return known.length === typed.length && timingSafeEqual(known, typed);
}
