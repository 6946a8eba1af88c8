import { must, uscc } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { describeOrganisationRow, insertOrganisations } from '../store/organisation.sql';

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

export type Particulars = Pick<
  NewOrganisation,
  'nameZh' | 'nameEn' | 'uscc' | 'address' | 'legalRepresentative' | 'establishedOn'
> & {
  kind: NewOrganisation['kind'];
  regionCode: string;
};

/** Enters what an organisation says of itself now; a number with wrong digits does not enter the register. */
export async function describeOrganisation(tx: Tx, id: string, given: Particulars): Promise<void> {
  const code = given.uscc !== null && uscc.faultOf(given.uscc) === null ? given.uscc : null;
  const { nameZh, nameEn, kind, regionCode, address, legalRepresentative, establishedOn } = given;
  const [row] = await tx.sql(describeOrganisationRow, [
    ...[id, nameZh, nameEn, kind, code],
    ...[regionCode, address, legalRepresentative, establishedOn],
  ]);
  must(row, 'an organisation that is described is there');
  tx.audit({
    action: 'organisation.describe',
    subjectKind: 'organisation',
    subjectId: id,
    after: { kind, uscc, regionCode },
  });
}
