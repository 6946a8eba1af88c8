import type { ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Criterion } from '../../rules/standard';
import { groundView } from '../measure/views';
import type { FindingRow } from '../register.sql';
import { findingViews } from '../views';
import type { RegisterRow } from './register-page.sql';
import type { ListedRow, PublicMeasureRow, TickedRow } from './supplier-page.sql';

type RegisterEntry = ResponseOf<'GET /register/suppliers'>['data'][number];
type SupplierPage = ResponseOf<'GET /suppliers/{id}'>;

export function registerEntry(row: RegisterRow): RegisterEntry {
  return {
    supplierId: row.supplier_id,
    name: { zh: row.name_zh, en: row.name_en },
    kind: row.kind,
    uscc: row.uscc,
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    standing: row.standing,
    certifiedOn: row.certified_on,
    maySell: row.may_sell,
    validUntil: row.valid_until,
  };
}

type PublicFinding = SupplierPage['findings'][number];

/** What the decision rested on, criterion by criterion: the program's result beside the ticks of those who decided. */
export function publicFindings(
  criteria: readonly Criterion[],
  findings: readonly FindingRow[],
  ticked: readonly TickedRow[],
): PublicFinding[] {
  const rules = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const ticks = new Map(ticked.map((row) => [row.criterion, row]));
  return findingViews(criteria, findings).map((finding) => {
    const { subject, source, ...rule } = rules.get(finding.criterion)!;
    const tick = ticks.get(finding.criterion);
    const people = tick ? { pass: tick.pass, fail: tick.fail, notApplicable: tick.not_applicable } : null;
    const providedBy = { zh: rule.providedBy, en: rule.providedByEn ?? rule.providedBy };
    const { howVerified: how, howVerifiedEn: howEn } = rule;
    const howVerified = how === undefined ? null : { zh: how, en: howEn ?? how };
    return { ...finding, subject, source, providedBy, howVerified, people };
  });
}

export function listedView(row: ListedRow): SupplierPage['products'][number] {
  return {
    productId: row.product_id,
    name: row.product_name,
    onSale: row.on_sale,
    recognition:
      row.recognition_id === null
        ? null
        : {
            id: row.recognition_id,
            issuerKind: row.issuer_kind!,
            issuerName: row.issuer_name!,
            validUntil: row.recognised_until!,
          },
  };
}

export function publicMeasureView(row: PublicMeasureRow): SupplierPage['measures'][number] {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    ground: row.ground === null ? null : groundView(row.ground),
    reason: { zh: row.reason, en: row.reason_en ?? row.reason },
    startedOn: time.businessDate(row.started_at),
    endsOn: row.ends_on,
    endedOn: row.ended_at === null ? null : time.businessDate(row.ended_at),
    productId: row.product_id,
  };
}
