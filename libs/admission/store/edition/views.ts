import type { ResponseOf } from '@xihuo/contract';
import { mayPublishEdition } from '../../rules/edition';
import type { Cause, ComingRow, DepartureRow, EditionRow, EntryRow, ExclusionRow } from './edition.sql';

type Draft = ResponseOf<'GET /admission/editions/{number}'>;
type Edition = ResponseOf<'GET /catalogue/editions'>['data'][number];
type Departure = Draft['departures'][number];
type Entry = ResponseOf<'GET /catalogue/editions/{number}/entries'>['data'][number];

export function editionView(row: EditionRow): Edition {
  return {
    number: row.number,
    title: { zh: row.title_zh, en: row.title_en },
    note: { zh: row.note_zh, en: row.note_en },
    publishedOn: row.published_on!,
    entries: row.entries,
    departures: row.departures,
  };
}

export function departureView(row: DepartureRow): Departure {
  return {
    product: { id: row.product_id, name: row.product_name },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: { name: row.county_name, provinceName: row.province_name },
    sinceEdition: row.since_edition,
    cause: row.cause,
    reason: row.reason,
  };
}

/** Without what may have changed since: a file of an edition is the same bytes for ever. */
export function frozenEntry(row: EntryRow): Omit<Entry, 'now'> {
  return {
    position: row.position,
    product: { id: row.product_id, name: row.product_name, category: row.category },
    supplier: { id: row.supplier_id, name: row.supplier_name, uscc: row.uscc },
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    issuer: { kind: row.issuer_kind, name: row.issuer_name },
    scheme: row.scheme,
    stampedBy: row.stamp_department,
    standardVersion: row.standard_version,
    evidence: row.evidence,
    recognitionId: row.recognition_id,
    recognisedOn: row.recognised_on,
    validUntil: row.valid_until,
    sinceEdition: row.since_edition,
  };
}

export function entryView(row: EntryRow & { now: Cause | null }): Entry {
  return { ...frozenEntry(row), now: row.now };
}

type Coming = ResponseOf<'GET /admission/editions/{number}/entries'>['data'][number];

export function comingView(row: ComingRow): Coming {
  return {
    recognitionId: row.recognition_id,
    product: { id: row.product_id, name: row.product_name, category: row.category },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: { name: row.county_name, provinceName: row.province_name },
    issuer: row.issuer_name,
    validUntil: row.valid_until,
    arrives: row.arrives,
  };
}

export function draftView(
  row: EditionRow,
  reader: string,
  counted: {
    entries: number;
    arrivals: number;
    departures: readonly DepartureRow[];
    exclusions: readonly ExclusionRow[];
  },
): Draft {
  return {
    version: row.row_version,
    number: row.number,
    title: { zh: row.title_zh, en: row.title_en },
    note: { zh: row.note_zh, en: row.note_en },
    state: row.state,
    draftedBy: row.drafted_name ?? '',
    draftedAt: row.drafted_at.toISOString(),
    mayPublish: row.state === 'draft' && mayPublishEdition(reader, row),
    publishedBy: row.published_name,
    publishedAt: row.published_at?.toISOString() ?? null,
    entries: counted.entries,
    arrivals: counted.arrivals,
    departures: counted.departures.map(departureView),
    exclusions: counted.exclusions.map((exclusion) => ({
      supplier: { id: exclusion.supplier_id, name: exclusion.supplier_name },
      product: { id: exclusion.product_id, name: exclusion.product_name ?? '' },
      reason: exclusion.reason,
    })),
  };
}
