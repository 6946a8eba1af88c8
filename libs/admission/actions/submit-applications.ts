import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { assess, blockingFaults, type Finding } from '../rules/assess';
import type { Declared, Evidence, LookedUp } from '../rules/evidence';
import type { Standard } from '../rules/standard';
import { insertApplications, insertFindings, lookUp, standardOn, type StandardRow } from '../store/application.sql';

export interface NewApplication {
  supplierId: string;
  declared: Declared;
  /** What the credit register answered when it was asked. */
  credit: LookedUp['credit'];
  /** For traders: reference of the producer whose mandate was handed in. */
  mandateOf: string | null;
}

export interface SubmittedApplication {
  id: string;
  supplierId: string;
  /** Whether machines found something that keeps the supplier out. */
  blocked: boolean;
}

/**
 * Hands in applications: looks up what registers say today, freezes that with what was declared, and judges both by the
 * standard in force. The findings are kept whatever they say.
 */
export async function submitApplications(
  tx: Tx,
  applications: readonly NewApplication[],
): Promise<SubmittedApplication[]> {
  const today = time.businessDate(tx.now);
  const standard = await standardInForce(tx, today);
  const evidenceOf = await gatherEvidence(tx, applications);
  const rows = await tx.sql(insertApplications, [
    JSON.stringify(
      applications.map(({ supplierId, declared }) => ({
        supplier_id: supplierId,
        kind: declared.kind,
        county_code: declared.countyCode,
        evidence: evidenceOf.get(supplierId),
      })),
    ),
    standard.version,
    tx.now,
  ]);
  const judged = rows.map((row) => ({ ...row, findings: assess(standard, evidenceOf.get(row.supplier_id)!, today) }));
  await tx.sql(insertFindings, [
    JSON.stringify(judged.flatMap(({ id, findings }) => findings.map((finding) => findingRow(id, finding)))),
    today,
  ]);
  for (const { id, supplier_id: supplierId } of rows) {
    tx.audit({ action: 'application.submit', subjectKind: 'application', subjectId: id, after: { supplierId } });
  }
  return judged.map(({ id, supplier_id: supplierId, findings }) => ({
    id,
    supplierId,
    blocked: blockingFaults(findings).length > 0,
  }));
}

async function standardInForce(tx: Tx, today: string): Promise<Standard> {
  const [row] = await tx.sql(standardOn, [today]);
  must(row, `no admission standard is in force on ${today}`);
  return standardOf(row);
}

export function standardOf(row: StandardRow): Standard {
  const { version, published_on: publishedOn, effective_from: effectiveFrom, criteria, source } = row;
  return { version, publishedOn, effectiveFrom, criteria, source };
}

async function gatherEvidence(tx: Tx, applications: readonly NewApplication[]): Promise<Map<string, Evidence>> {
  const rows = await tx.sql(lookUp, [
    JSON.stringify(
      applications.map(({ supplierId, declared, mandateOf }) => ({
        supplier_id: supplierId,
        county_code: declared.countyCode,
        mandate_of: mandateOf,
      })),
    ),
  ]);
  const registers = new Map(rows.map((row) => [row.supplier_id, row]));
  return new Map(
    applications.map(({ supplierId, declared, credit }) => {
      const row = registers.get(supplierId);
      must(row, 'the registers were asked about every applicant');
      return [supplierId, { declared, lookedUp: { countyLists: row.county_lists, mandate: row.mandate, credit } }];
    }),
  );
}

function findingRow(applicationId: string, finding: Finding) {
  return {
    application_id: applicationId,
    criterion: finding.criterion,
    result: finding.result,
    check_version: finding.check,
    facts: finding.reasons,
  };
}
