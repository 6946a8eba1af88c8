import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { findingWords, type Finding } from '../../rules/watch/finding';
import { MESSAGES } from '../../rules/watch/messages';
import { monthsLater } from '../../rules/watch/months-later';
import { imposeMeasures } from '../../store/measure/measure.sql';
import { openCaseBySource, openWatchCases } from '../../store/watch/case.sql';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { takeCasePart } from './open-matter';
import { tellSuppliers, type Telling } from './tell';
import { tellTraders } from './tell-traders';

export interface TakenUp {
  readonly opened: number;
  readonly imposed: number;
}

/** How much one statement takes. */
const AT_ONCE = 1_000;

/**
 * Opens a case for everything that was found, and imposes what a machine may by itself: a warning, the hold of a product, a
 * suspension. Safe to run twice: the same finding is the same case, and a measure that people lifted is not imposed anew.
 */
export async function takeUp(tx: Tx, kit: ReviewKit, findings: readonly Finding[]): Promise<TakenUp> {
  const unique = [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
  const sums = { opened: 0, imposed: 0 };
  for (let from = 0; from < unique.length; from += AT_ONCE) {
    const { opened, imposed } = await takeUpSome(tx, kit, unique.slice(from, from + AT_ONCE));
    sums.opened += opened;
    sums.imposed += imposed;
  }
  return sums;
}

/**
 * What somebody established, such as that a licence was revoked, and what the settings make of it: the measure is the machine's, by
 * rule and without discretion. Whoever established it had a hand in the case, so that an appeal is decided by others; somebody
 * of the supplier's own side, who ends a mandate, decides nothing here anyway.
 */
export async function takeUpByRule(
  tx: Tx,
  kit: ReviewKit,
  finding: Finding,
  name: 'watching' | 'spotCheck' = 'watching',
): Promise<string | null> {
  await takeUp(tx.as({ kind: 'system', name }, tx.requestId), kit, [finding]);
  const [opened] = await tx.sql(openCaseBySource, [finding.supplierId, finding.sourceKey]);
  if (!opened) return null;
  await takeCasePart(tx, opened.id, deciderOf(tx), 'opener');
  return opened.id;
}

async function takeUpSome(tx: Tx, kit: ReviewKit, findings: readonly Finding[]): Promise<TakenUp> {
  const today = time.businessDate(tx.now);
  const statementDays = await policyOn(tx, 'admission.statementWorkingDays', today);
  const appealDays = await policyOn(tx, 'admission.appealWorkingDays', today);
  const warningUntil = monthsLater(today, await policyOn(tx, 'admission.warningMonths', today));
  const rows = await tx.sql(openWatchCases, [
    JSON.stringify(findings.map(caseRow)),
    today,
    tx.now,
    by(tx),
    statementDays,
  ]);
  const caseOf = new Map(rows.map((row) => [`${row.supplier_id} ${row.source_key}`, row]));
  for (const { id, supplier_id: supplierId, source_key: sourceKey, fresh } of rows) {
    if (!fresh) continue;
    tx.audit({ action: 'case.open', subjectKind: 'supplier', subjectId: supplierId, after: { caseId: id, sourceKey } });
  }
  const measures = findings.flatMap((finding) => {
    const row = caseOf.get(keyOf(finding));
    return row && finding.measure ? [measureRow(finding, row.id, warningUntil)] : [];
  });
  const imposed = await tx.sql(imposeMeasures, [
    ...[JSON.stringify(measures), by(tx), tx.now, today, statementDays, appealDays],
  ]);
  await tellImposed(
    tx,
    kit,
    imposed,
    new Map(measures.map((measure) => [`${measure.case_id} ${measure.kind}`, measure])),
  );
  return { opened: rows.filter(({ fresh }) => fresh).length, imposed: imposed.length };
}

async function tellImposed(
  tx: Tx,
  kit: ReviewKit,
  imposed: readonly {
    id: string;
    supplier_id: string;
    case_id: string;
    kind: ReturnType<typeof measureRow>['kind'] | string;
  }[],
  wanted: ReadonlyMap<string, ReturnType<typeof measureRow>>,
): Promise<void> {
  const tellings = imposed.map(({ id, supplier_id: supplierId, case_id: caseId, kind }): Telling => {
    const measure = wanted.get(`${caseId} ${kind}`);
    must(measure, 'only what was wanted was imposed');
    tx.audit({
      action: 'measure.impose',
      subjectKind: 'supplier',
      subjectId: supplierId,
      after: { measureId: id, caseId, kind, productId: measure.product_id },
    });
    const reason = { zh: measure.reason, en: measure.reason_en };
    return {
      ...{ supplierId, key: `measure.imposed:${id}`, county: true, sms: true },
      message: (supplier) => MESSAGES.imposed({ supplier, reason, kind: measure.kind }),
    };
  });
  await tellSuppliers(tx, kit, tellings);
  await tellTraders(tx, kit, imposed, 'began');
}

function keyOf({ supplierId, sourceKey }: Finding): string {
  return `${supplierId} ${sourceKey}`;
}

function by({ actor }: Tx): string {
  return actor.kind === 'person'
    ? `person:${actor.personId}`
    : `system:${actor.kind === 'system' ? actor.name : 'watching'}`;
}

function caseRow(finding: Finding) {
  const { supplierId, productId, ground, sourceKey, code, values } = finding;
  const words = findingWords(finding);
  return {
    ...{ supplier_id: supplierId, product_id: productId, ground, source_key: sourceKey, facts: { code, values } },
    ...{ summary_zh: words.zh, summary_en: words.en },
  };
}

function measureRow(finding: Finding, caseId: string, warningUntil: string) {
  const { supplierId, productId, ground, measure } = finding;
  must(measure, 'a measure is wanted');
  const words = findingWords(finding);
  return {
    ...{
      supplier_id: supplierId,
      kind: measure,
      product_id: measure === 'productDelisting' ? productId : null,
      ground,
    },
    ...{ reason: words.zh, reason_en: words.en, case_id: caseId, ends_on: measure === 'warning' ? warningUntil : null },
  };
}
