import type { ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { RegisterRow } from './register-page.sql';
import type { ListedRow, PublicMeasureRow } from './supplier-page.sql';

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
    validUntil: row.valid_until,
  };
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
    kind: row.kind,
    reason: row.reason,
    startedOn: time.businessDate(row.started_at),
    endsOn: row.ends_on,
    endedOn: row.ended_at === null ? null : time.businessDate(row.ended_at),
    productId: row.product_id,
  };
}
