import { applying } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { assess, type Finding } from '../../rules/assess';
import { declaredOf } from '../../rules/application/declared-of';
import type { Evidence } from '../../rules/evidence';
import { missingOf, type Missing } from '../../rules/application/missing';
import type { Standard } from '../../rules/standard';
import { standardOn } from '../../store/application.sql';
import type { FileRow } from '../../store/application/file.sql';
import { standardOf } from '../standard-of';
import { lookUp } from './look-up';

export interface JudgedFile {
  readonly standard: Standard;
  readonly evidence: Evidence;
  readonly findings: Finding[];
  readonly missing: Missing[];
}

/** Judges what stands in an application today by the standard in force today: what a submission would freeze. */
export async function judgeFile(where: Tx | Database, row: FileRow): Promise<JudgedFile> {
  const read: Database['read'] = (wanted, values) =>
    'sql' in where ? where.sql(wanted, values) : where.read(wanted, values);
  const [current] = await read(standardOn, [row.today]);
  must(current, `no admission standard is in force on ${row.today}`);
  const standard = standardOf(current);
  const attached = { households: countOf(row), papers: row.documents.map(({ kind }) => kind) };
  const registered = { kind: row.kind, countyCode: row.county_code };
  const declared = declaredOf(row.form, attached, registered, applying.UNDERTAKING_VERSION);
  const lookedUp = await lookUp(read, row.id, declared);
  const evidence: Evidence = { declared, lookedUp };
  return {
    standard,
    evidence,
    findings: assess(standard, evidence, row.today),
    missing: missingOf(row.form, { ...attached, mandate: row.has_mandate }, declared.kind),
  };
}

export function countOf({ households }: FileRow): number {
  return households.reduce((sum, { count }) => sum + count, 0);
}
