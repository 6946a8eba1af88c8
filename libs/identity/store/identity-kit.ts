import type { Cell, Database, Notices, Vault } from '@xihuo/platform';

/** What the actions of identity work with. */
export interface IdentityKit {
  database: Database;
  vault: Vault;
  notices: Pick<Notices, 'sms' | 'smsEach' | 'tellEach'>;
}

export function phoneIndex(vault: Vault, phone: string): Buffer {
  return vault.blindIndex('identity.phone', phone);
}

export function totpCell(personId: string): Cell {
  return { table: 'identity.totp_secret', row: personId, column: 'secret_sealed' };
}

/** The phone of somebody new, while the offer of a role is open. */
export function offerCell(offerId: string): Cell {
  return { table: 'identity.role_offer', row: offerId, column: 'phone_sealed' };
}

export function phoneCell(personId: string): Cell {
  return { table: 'identity.phone_link', row: personId, column: 'phone_sealed' };
}
