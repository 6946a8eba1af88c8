import type { Cell, Database, Tx, Vault } from '@xihuo/platform';

/** What the actions of identity work with. */
export interface IdentityKit {
  database: Database;
  vault: Vault;
  /** Writes a message to the outbox of the transaction. */
  sendSms(tx: Tx, phone: string, text: string): Promise<void>;
}

export function phoneIndex(vault: Vault, phone: string): Buffer {
  return vault.blindIndex('identity.phone', phone);
}

export function totpCell(personId: string): Cell {
  return { table: 'identity.totp_secret', row: personId, column: 'secret_sealed' };
}

export function phoneCell(personId: string): Cell {
  return { table: 'identity.phone_link', row: personId, column: 'phone_sealed' };
}
