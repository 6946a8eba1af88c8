import type { Behaviour } from './behaviour';
import type { Journal } from './journal';
import type { Message } from './messages';
import type { Account, BalanceTransaction, Charge, Intent, ProviderEvent, Refund, Reversal, Transfer } from './objects';
import type { ParcelEvent } from './parcels';
import type { Task } from './task';

export interface StoredAnswer {
  id: string;
  fingerprint: string;
  status: number;
  body: object;
  requestId: string;
  created: number;
}

export interface Tables {
  accounts: Account;
  answers: StoredAnswer;
  balances: { id: string; amount: number };
  balanceTransactions: BalanceTransaction;
  behaviours: Behaviour;
  charges: Charge;
  events: ProviderEvent;
  intents: Intent;
  messages: Message;
  parcelEvents: ParcelEvent;
  refunds: Refund;
  reversals: Reversal;
  tasks: Task;
  transfers: Transfer;
}
export type Table = keyof Tables;
export type Change = { [T in Table]: [table: T, id: string, row: Tables[T] | null] }[Table];

/** A record, so that a table that is missing here does not compile. */
const everyTable: Record<Table, true> = {
  accounts: true,
  answers: true,
  balances: true,
  balanceTransactions: true,
  behaviours: true,
  charges: true,
  events: true,
  intents: true,
  messages: true,
  parcelEvents: true,
  refunds: true,
  reversals: true,
  tasks: true,
  transfers: true,
};
const tableNames = Object.keys(everyTable) as Table[];

/** What may be looked up other than by id; everything else is read in order of creation. */
const indexed: { [T in Table]?: (row: Tables[T]) => (string | null)[] } = {
  intents: (row) => Object.entries(row.metadata).map(([key, value]) => `metadata ${key} ${value}`),
  refunds: (row) => [row.payment_intent, row.charge],
  transfers: (row) => [row.transfer_group, row.source_transaction, row.destination],
  reversals: (row) => [row.transfer],
};

type Rows = { [T in Table]: Map<string, Tables[T]> };

export class Store {
  readonly #rows = Object.fromEntries(tableNames.map((table) => [table, new Map()])) as unknown as Rows;
  readonly #index = new Map<string, Set<string>>();
  readonly #listeners: ((changes: readonly Change[]) => void)[] = [];
  #journal: Journal | null = null;

  /** Without a journal the store lives in memory only. */
  keepIn(journal: Journal): void {
    this.#journal = journal;
  }

  onCommit(listener: (changes: readonly Change[]) => void): void {
    this.#listeners.push(listener);
  }

  get<T extends Table>(table: T, id: string): Tables[T] | undefined {
    return this.#rows[table].get(id);
  }

  list<T extends Table>(table: T): Tables[T][] {
    return [...this.#rows[table].values()];
  }

  find<T extends Table>(table: T, key: string): Tables[T][] {
    const ids = this.#index.get(`${table} ${key}`) ?? [];
    return [...ids].flatMap((id) => this.get(table, id) ?? []);
  }

  /** Runs to its end without waiting, so requests never interleave; a throw leaves nothing behind. */
  change<R>(work: (unit: Unit) => R): R {
    const unit = new Unit(this);
    const result = work(unit);
    const changes = unit.changes();
    if (changes.length > 0) {
      this.#journal?.append(changes);
      this.apply(changes);
      for (const listener of this.#listeners) listener(changes);
    }
    return result;
  }

  apply(changes: readonly Change[]): void {
    for (const [table, id, row] of changes) this.#put(table, id, row as Tables[typeof table] | null);
  }

  *everything(): Generator<Change[]> {
    for (const table of tableNames)
      for (const row of this.#rows[table].values()) yield [[table, row.id, row] as Change];
  }

  get size(): number {
    return tableNames.reduce((sum, table) => sum + this.#rows[table].size, 0);
  }

  #put<T extends Table>(table: T, id: string, row: Tables[T] | null): void {
    const keysOf = indexed[table] ?? ((): null[] => []);
    const old = this.get(table, id);
    const before = new Set(old ? keysOf(old) : []);
    const after = new Set(row ? keysOf(row) : []);
    if (row === null) this.#rows[table].delete(id);
    else this.#rows[table].set(id, row);
    // Keys that stay are left alone: a look-up answers in order of creation.
    for (const key of before) if (!after.has(key)) this.#index.get(`${table} ${key}`)?.delete(id);
    for (const key of after) {
      if (key === null || before.has(key)) continue;
      const ids = this.#index.get(`${table} ${key}`) ?? new Set<string>();
      this.#index.set(`${table} ${key}`, ids.add(id));
    }
  }
}

/** One request's changes, seen by that request at once and by the others on commit. */
export class Unit {
  readonly #pending = new Map<string, Change>();

  constructor(private readonly store: Store) {}

  get<T extends Table>(table: T, id: string): Tables[T] | undefined {
    const pending = this.#pending.get(`${table} ${id}`);
    return pending ? ((pending[2] as Tables[T] | null) ?? undefined) : this.store.get(table, id);
  }

  put<T extends Table>(table: T, row: Tables[T]): Tables[T] {
    this.#pending.set(`${table} ${row.id}`, [table, row.id, row] as unknown as Change);
    return row;
  }

  remove(table: Table, id: string): void {
    this.#pending.set(`${table} ${id}`, [table, id, null] as unknown as Change);
  }

  /** As it stood before this request, with what the request changed put in its place. */
  list<T extends Table>(table: T): Tables[T][] {
    return this.store.list(table).flatMap((row) => this.get(table, row.id) ?? []);
  }

  find<T extends Table>(table: T, key: string): Tables[T][] {
    return this.store.find(table, key).flatMap((row) => this.get(table, row.id) ?? []);
  }

  changes(): Change[] {
    return [...this.#pending.values()];
  }
}
