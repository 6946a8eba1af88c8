import { must, uscc } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { insertOrganisations } from '../store/organisation.sql';

export interface NewOrganisation {
  reference: string;
  nameZh: string;
  nameEn: string;
  kind:
    | 'cooperative'
    | 'company'
    | 'familyFarm'
    | 'ruralCollective'
    | 'trader'
    | 'consumer'
    | 'supermarket'
    | 'chain'
    | 'canteen'
    | 'institution'
    | 'county'
    | 'platform';
  uscc: string | null;
  regionCode: string | null;
  address: string | null;
  legalRepresentative: string | null;
  establishedOn: string | null;
}

/** Enters organisations, never with a wrong USCC; answers the id of each by its reference, also of those that were known. */
export async function registerOrganisations(
  tx: Tx,
  organisations: readonly NewOrganisation[],
): Promise<Map<string, string>> {
  for (const { reference, uscc: code } of organisations)
    must(!code || uscc.faultOf(code) === null, `USCC of ${reference} is wrong`);
  const given = organisations.map((one) => ({
    reference: one.reference,
    name_zh: one.nameZh,
    name_en: one.nameEn,
    kind: one.kind,
    uscc: one.uscc,
    county_code: one.regionCode,
    address: one.address,
    legal_representative: one.legalRepresentative,
    established_on: one.establishedOn,
  }));
  const rows = await tx.sql(insertOrganisations, [JSON.stringify(given)]);
  return new Map(rows.map((row) => [row.reference, row.id]));
}
