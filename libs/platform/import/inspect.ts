import { must } from '@xihuo/kernel';
import type { Tx } from '../database/tx';
import type { ImportDefinition, RowFault, Verdict } from './definition';
import type { Imports } from './imports';

export async function inspected(
  { vault }: Imports,
  definition: ImportDefinition,
  tx: Tx,
  scopeId: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly Verdict<unknown>[]> {
  if (rows.length === 0) return [];
  const verdicts = await definition.inspect(tx, scopeId, rows, { vault });
  must(verdicts.length === rows.length, 'every row has its verdict');
  return verdicts;
}

export function faultsOf(verdict: Verdict<unknown>, shown: Readonly<Record<string, string>>): RowFault[] {
  if (typeof verdict === 'string' || 'found' in verdict || 'known' in verdict) return [];
  const { column = null, code, reason, fix } = verdict;
  return [{ code, reason, fix, column, value: column === null ? '' : (shown[column] ?? '') }];
}

export function isNew(verdict: Verdict<unknown>): boolean {
  return verdict === 'new' || (typeof verdict === 'object' && 'found' in verdict);
}

export function isKnown(verdict: Verdict<unknown>): boolean {
  return verdict === 'known' || (typeof verdict === 'object' && 'known' in verdict);
}

/** What a row that is new or known is about. */
export function subjectOf(verdict: Verdict<unknown>): unknown {
  return typeof verdict === 'object' && 'known' in verdict ? verdict.known : foundOf(verdict);
}

/** What an inspection found for a row that is new. */
export function foundOf(verdict: Verdict<unknown>): unknown {
  return typeof verdict === 'object' && 'found' in verdict ? verdict.found : undefined;
}

/** Whether rows of a kind lie sealed while they wait: where a column of it must not be read at rest. */
export function isSealed({ columns }: ImportDefinition): boolean {
  return Object.values(columns).some(({ sensitive }) => sensitive === true);
}

/** Where a row's content is sealed for. */
export function cellOf(importId: string, number: number) {
  return { table: 'platform.import_row', row: `${importId}/${number}`, column: 'content' };
}
