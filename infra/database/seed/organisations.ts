import { uscc } from '@xihuo/kernel';
import { organisations as registry } from '@xihuo/registry';
import { newcomerOrganisations } from './newcomers';
import { orNull, readCsv } from './read-csv';
import type { SeedStep } from './step';
import { supplierRows } from './suppliers';

export type NewOrganisation = Parameters<typeof registry.registerOrganisations>[1][number];

export const organisations: SeedStep = {
  name: 'organisations',
  daysAgo: 140,
  run: async (tx) => {
    await registry.registerOrganisations(tx, [...suppliers(), ...newcomerOrganisations(), ...buyers()]);
  },
};

/** A wrong number does not enter the register; the application keeps what was declared, and fails by it. */
function suppliers(): NewOrganisation[] {
  return supplierRows().map((row) => ({
    reference: row.reference,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    kind: row.kind,
    uscc: uscc.faultOf(row.uscc) === null ? row.uscc : null,
    regionCode: row.countyCode,
    address: row.address,
    legalRepresentative: row.legalRepresentative,
    establishedOn: row.establishedOn,
  }));
}

function buyers(): NewOrganisation[] {
  return readCsv<'id' | 'name_zh' | 'kind' | 'uscc' | 'city_code' | 'delivery_address'>('buyers.csv').map((row) => ({
    reference: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_zh,
    kind: row.kind as NewOrganisation['kind'],
    uscc: orNull(row.uscc),
    regionCode: row.city_code,
    address: row.delivery_address,
    legalRepresentative: null,
    establishedOn: null,
  }));
}
