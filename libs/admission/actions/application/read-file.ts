import { createHash } from 'node:crypto';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { canonicalJson, time } from '@xihuo/kernel';
import type { Database, Grant } from '@xihuo/platform';
import { assess, type Finding, type Result } from '../../rules/assess';
import { typedChecks, type Typed } from '../../rules/application/typed-checks';
import type { Reason } from '../../rules/checks';
import { countyPatterns } from '../../rules/jurisdiction';
import { standardOfVersion } from '../../store/application.sql';
import { nowOf } from '../../store/clock.sql';
import {
  countyFacts,
  fileFor,
  findingsOfRound,
  ownApplications,
  roundsOf,
  submissionOf,
} from '../../store/application/file.sql';
import { mandateOfApplication } from '../../store/application/mandate.sql';
import { fileView, ownApplicationView } from '../../store/application/views';
import { findingsOf } from '../../store/register.sql';
import { findingViews } from '../../store/views';
import { standardOf } from '../standard-of';
import { judgeFile } from './judge-file';
import { isEditable, suppliersOf } from './own-file';

type FileView = ResponseOf<'GET /admission/applications/{id}/file'>;

export async function listOwnApplications(
  database: Database,
  grants: readonly Grant[],
  { waiting }: InputOf<'GET /me/applications'>['query'],
): Promise<ResponseOf<'GET /me/applications'>> {
  const rows = await database.read(ownApplications, [suppliersOf(grants), waiting ?? null]);
  return { data: rows.map(ownApplicationView) };
}

/**
 * An application as its applicant works on it, and as those read it who judge it: to these, what machines found when it was handed
 * in, also while it is being corrected. @throws ProblemError NOT_FOUND
 */
export async function readFile(database: Database, grants: readonly Grant[], id: string): Promise<FileView> {
  const suppliers = suppliersOf(grants);
  const [row] = await database.read(fileFor, [id, suppliers, countyPatterns(grants)]);
  if (!row) throw fail('NOT_FOUND');
  const editable = isEditable(row.state) && suppliers.includes(row.supplier_id);
  const [mandate] = await database.read(mandateOfApplication, [id]);
  const judged = await judgeFile(database, row);
  if (editable) {
    const found = judged.findings.map(({ criterion, result, check, reasons }) => ({
      criterion,
      result,
      check_version: check,
      facts: [...reasons],
    }));
    return fileView(row, {
      editable,
      mandate,
      missing: judged.missing,
      standard: judged.standard.version,
      findings: findingViews(judged.standard.criteria, found),
    });
  }
  const [standard] = await database.read(standardOfVersion, [row.standard_version]);
  const findings = findingViews(standard!.criteria, await database.read(findingsOf, [id]));
  return fileView(row, { editable, mandate, missing: judged.missing, standard: row.standard_version, findings });
}

/** What was handed in round by round, for whoever reads the application. @throws ProblemError NOT_FOUND */
export async function readRounds(
  database: Database,
  grants: readonly Grant[],
  id: string,
): Promise<ResponseOf<'GET /admission/applications/{id}/rounds'>> {
  const [row] = await database.read(fileFor, [id, suppliersOf(grants), countyPatterns(grants)]);
  if (!row) throw fail('NOT_FOUND');
  const rounds = await database.read(roundsOf, [id]);
  return { data: rounds.map(({ submitted_at: at, ...round }) => ({ ...round, submittedAt: at.toISOString() })) };
}

/** Machine checks while typing; nothing is kept. */
export async function checkTyped(database: Database, typed: Typed): Promise<ResponseOf<'POST /admission/checks'>> {
  const [county] = typed.countyCode === undefined ? [] : await database.read(countyFacts, [typed.countyCode]);
  const [clock] = await database.read(nowOf);
  return { data: typedChecks(typed, county ?? null, time.businessDate(clock!.now)) };
}

/**
 * Judges a submission again: by the standard and on the day it was judged by, or by others. The same three give the same bytes, of
 * which the hash is answered, so that two auditors need not send each other the findings. @throws ProblemError NOT_FOUND
 */
export async function assessAgain(
  database: Database,
  grants: readonly Grant[],
  id: string,
  { round, asOf, standard: version }: InputOf<'GET /admission/applications/{id}/assessment'>['query'],
): Promise<ResponseOf<'GET /admission/applications/{id}/assessment'>> {
  const [submission] = await database.read(submissionOf, [id, round ?? null, countyPatterns(grants)]);
  const [standard] = submission ? await database.read(standardOfVersion, [version ?? submission.standard_version]) : [];
  if (!submission || !standard) throw fail('NOT_FOUND');
  const day = asOf ?? submission.judged_on;
  const findings = assess(standardOf(standard), submission.evidence, day);
  const bytes = bytesOf(findings);
  const asKept = day === submission.judged_on && standard.version === submission.standard_version;
  return {
    applicationId: id,
    round: submission.round,
    standard: standard.version,
    asOf: day,
    findings: findingViews(
      standard.criteria,
      findings.map(({ criterion, result, check, reasons }) => ({
        criterion,
        result,
        check_version: check,
        facts: [...reasons],
      })),
    ),
    hash: createHash('sha256').update(bytes).digest('hex'),
    sameAsKept: asKept ? bytes === (await keptBytes(database, id, submission.round, findings)) : null,
  };
}

function bytesOf(findings: readonly Finding[]): string {
  return canonicalJson(
    findings.map(({ criterion, result, check, reasons }) => ({ criterion, result, check, reasons })),
  );
}

/** The findings that were written, in the order of the standard. */
async function keptBytes(database: Database, id: string, round: number, order: readonly Finding[]): Promise<string> {
  const kept = new Map((await database.read(findingsOfRound, [id, round])).map((row) => [row.criterion, row]));
  return bytesOf(
    order.flatMap((finding) => {
      const row = kept.get(finding.criterion);
      if (!row) return [];
      return { ...finding, result: row.result as Result, check: row.check_version, reasons: row.facts as Reason[] };
    }),
  );
}
