import type { ImportKind, Role } from '@xihuo/contract';
import type { Tx } from '../database/tx';
import type { Vault } from '../seal/vault';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong with a cell or a row: what it is called for machines, why, and what to do about it. */
export interface CellFault {
  readonly code: string;
  readonly reason: Bilingual;
  readonly fix: Bilingual;
}

export interface RowFault extends CellFault {
  /** The column's name in the definition; null where the row as a whole is meant. */
  readonly column: string | null;
  /** As it stood in the cell; all but its ends hidden where the column is sensitive. */
  readonly value: string;
}

export interface ImportColumn<Value> {
  /** As the template heads it. */
  readonly title: Bilingual;
  /** Other headings people write for it. */
  readonly aliases?: readonly string[];
  /** What to fill in, for the template. */
  readonly hint: Bilingual;
  readonly sample: string;
  /** Never shown again, not even to who sent it; at rest only sealed. */
  readonly sensitive?: true;
  /** What an empty cell means; where this is absent the column must be there and filled in. */
  readonly ifEmpty?: { readonly value: Value };
  /** @param text what stood in the cell, tidied up and not empty */
  read(text: string): { readonly value: Value } | { readonly fault: CellFault };
}

export type ImportColumns<Row> = { readonly [Name in keyof Row & string]: ImportColumn<Row[Name]> };

/**
 * What the context above says about a row: not there yet, there already (it is left as it is), or impossible. What is new may
 * carry what was found for it on the way, such as the pack its words name, so that `write` need not look for it again; what is
 * known may too, so that another row about the same is told.
 */
export type Verdict<Found = undefined> =
  'new' | 'known' | { readonly found: Found } | { readonly known: Found } | (CellFault & { readonly column?: string });

export interface ImportTools {
  readonly vault: Vault;
}

/**
 * One kind of rows that may be imported. All of its looks and writes are by sets: a chunk of rows at a time. `write` runs in a
 * transaction that also notes the rows as written, so each row is written once, however often a worker is killed.
 */
export interface ImportDefinition<Row = Record<string, unknown>, Found = unknown> {
  readonly kind: ImportKind;
  readonly title: Bilingual;
  readonly roles: readonly Role[];
  readonly columns: ImportColumns<Row>;
  /** What makes two rows of one file the same thing; compared, never kept. */
  keyOf(row: Row): string;
  /** What makes two found things the same, however differently their rows name it; rows are told of it as of a repetition. */
  sameAs?(found: Found): string;
  /** Whether the actor may import into this scope at present. @throws ProblemError, NOT_FOUND where it is not theirs */
  admit(tx: Tx, scopeId: string): Promise<void>;
  /** What nobody else may do from the look before the writing to its end; most kinds lock the rows they find. */
  hold?(tx: Tx, scopeId: string): Promise<void>;
  /** A verdict for each row, in the order of the rows; asked for the preview and again in the transaction that writes. */
  inspect(tx: Tx, scopeId: string, rows: readonly Row[], tools: ImportTools): Promise<readonly Verdict<Found>[]>;
  /**
   * Writes rows that were inspected in this very transaction; `found` is what that found for each.
   *
   * @throws ProblemError where the scope takes nothing any more: the import then stops and may be resumed
   */
  write(tx: Tx, scopeId: string, rows: readonly Row[], tools: ImportTools, found: readonly Found[]): Promise<void>;
}

/** Checks a definition against its own row, then forgets the row, so that the engine may keep all kinds in one list. */
export function defineImport<Row, Found = undefined>(definition: ImportDefinition<Row, Found>): ImportDefinition {
  return definition as unknown as ImportDefinition;
}
