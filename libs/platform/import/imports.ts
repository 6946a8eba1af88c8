import { fail, type ImportKind } from '@xihuo/contract';
import type { Database } from '../database/database';
import type { Grant, Tx } from '../database/tx';
import { Notices } from '../notices/notices';
import type { Vault } from '../seal/vault';
import type { ImportDefinition } from './definition';

/** Every kind of import there is, and what working on one takes. */
export class Imports {
  readonly #definitions: ReadonlyMap<string, ImportDefinition>;
  readonly notices: Notices;

  /** @throws where one kind is declared twice */
  constructor(
    readonly database: Database,
    readonly vault: Vault,
    definitions: readonly ImportDefinition[],
    /** What a person may act as at this moment. */
    readonly grantsNow: (tx: Tx, personId: string) => Promise<readonly Grant[]>,
  ) {
    this.notices = new Notices(vault);
    this.#definitions = new Map(definitions.map((one) => [one.kind, one]));
    if (this.#definitions.size < definitions.length) throw new Error('an import is declared twice');
  }

  of(kind: ImportKind | string): ImportDefinition {
    const definition = this.#definitions.get(kind);
    if (!definition) throw fail('NOT_FOUND');
    return definition;
  }
}

/** The person who imports; nobody else has imports. */
export function importerOf({ actor }: Pick<Tx, 'actor'>): string {
  if (actor.kind !== 'person') throw fail('NOT_SIGNED_IN');
  return actor.personId;
}

/** The kind's roles, beside those of the route, which are of all kinds together. */
export function mustFit({ roles }: ImportDefinition, { actor }: Pick<Tx, 'actor'>): void {
  if (actor.kind !== 'person' || !actor.grants.some(({ role }) => roles.includes(role))) throw fail('FORBIDDEN');
}
