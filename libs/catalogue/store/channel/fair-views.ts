import type { ResponseOf } from '@xihuo/contract';
import { phaseOf } from '../../rules/channel/phase';
import { versionOfSet } from '../../rules/version-of-set';
import type { ExhibitorJson, FairRow } from './fair.sql';
import type { AskedRow, LeadRow } from './lead.sql';

export type FairView = ResponseOf<'GET /fairs/{slug}'>;
export type FairDraft = ResponseOf<'GET /catalogue/fairs/{id}'>;
export type LeadView = ResponseOf<'GET /suppliers/{supplierId}/leads'>['data'][number];
export type MyFair = ResponseOf<'GET /suppliers/{supplierId}/fairs'>['data'][number];
type Card = ResponseOf<'GET /fairs'>['data'][number];

export function shownFair(row: FairRow, today: string): Omit<Card, 'exhibitors'> {
  const days = { startsOn: row.starts_on, endsOn: row.ends_on };
  return {
    ...{ slug: row.slug, kind: row.kind, name: { zh: row.name_zh, en: row.name_en } },
    ...{ ...days, phase: phaseOf(days, today), place: row.place, signUpBy: row.sign_up_by },
    region: { code: row.region_code, name: row.region_name, provinceName: row.province_name },
    cancelledWhy: row.cancelled_why,
  };
}

export function fairCard(row: FairRow, today: string): Card {
  return { ...shownFair(row, today), exhibitors: row.exhibitors };
}

export function fairView(row: FairRow, exhibitors: readonly ExhibitorJson[], today: string): FairView {
  return {
    ...shownFair(row, today),
    story: { zh: row.story_zh, en: row.story_en },
    exhibitors: [...exhibitors],
  };
}

export function fairDraft(
  row: FairRow,
  { exhibitors, leads, today }: { exhibitors: readonly ExhibitorJson[]; leads: FairDraft['leads']; today: string },
): FairDraft {
  return { id: row.id, version: row.row_version, state: row.state, ...fairView(row, exhibitors, today), leads };
}

export function myFair(
  row: FairRow,
  signUp: { booth: string | null; products: string[] } | undefined,
  today: string,
): MyFair {
  return {
    fair: fairCard(row, today),
    booth: signUp?.booth ?? null,
    signedUp: signUp !== undefined,
    products: signUp?.products ?? [],
    version: versionOfSet(signUp?.products ?? []),
  };
}

export function askedView(row: AskedRow): ResponseOf<'GET /me/leads'>['data'][number] {
  return {
    ...{ id: row.id, state: row.state, product: row.product, wants: row.wants, orderNumber: row.order_number },
    fair: { slug: row.fair_slug, name: { zh: row.fair_zh, en: row.fair_en } },
    supplier: { id: row.supplier_id, name: row.supplier_name, countyName: row.county_name },
    at: row.at.toISOString(),
    mine: row.mine,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name! },
  };
}

export function leadView(row: LeadRow, contact: LeadView['contact']): LeadView {
  return {
    ...{ id: row.id, version: row.row_version, state: row.state },
    fair: { slug: row.fair_slug, name: { zh: row.fair_zh, en: row.fair_en } },
    supplier: { id: row.supplier_id, name: row.supplier_name, countyName: row.county_name },
    ...{ product: row.product, wants: row.wants, contact, orderNumber: row.order_number },
    onBehalfOf: row.organisation_name,
    at: row.at.toISOString(),
    history: row.history,
  };
}
