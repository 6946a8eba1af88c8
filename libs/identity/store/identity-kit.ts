import type { Database, Tx } from '@xihuo/platform';

/** A sealed value belongs to one cell of one table: copied to another row it does not open. */
export interface Cell {
  table: string;
  row: string;
  column: string;
}

/** What identity asks of the envelope encryption. */
export interface Vault {
  seal(cell: Cell, plain: string): Buffer;
  open(cell: Cell, sealed: Buffer): string;
  /** A keyed hash for finding and comparing what must not be readable; each purpose has its own. */
  blindIndex(purpose: string, text: string): Buffer;
}

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
