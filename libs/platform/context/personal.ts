import type { machines } from '@xihuo/contract';
import type { Database } from '../database/database';
import type { Statement } from '../database/statement';
import type { Tx } from '../database/tx';
import type { Vault } from '../seal/vault';

/** Something of a person that is not over: `count` of what is named. */
export interface StandsOpen {
  readonly person_id: string;
  readonly what: machines.accounts.DeletionHindrance;
  readonly count: number;
}

/** What a context keeps of people, how they are told of it and how it is destroyed (PIPL art. 45, 47). */
export interface PersonalKeeping {
  /** All that is kept of a person, opened, by what it is. */
  tell(where: Pick<Database, 'read'>, vault: Vault, personId: string): Promise<Readonly<Record<string, unknown>>>;
  /** $1 people: what of them stands open, so that their accounts stay. */
  readonly open?: Statement<StandsOpen>;
  /** Destroys what is kept of people, but for what the law wants kept. Done twice, it does nothing more. */
  forget?(tx: Tx, vault: Vault, personIds: readonly string[]): Promise<void>;
}

export interface NamedKeeping extends PersonalKeeping {
  /** The context's. */
  readonly name: string;
}
