import { registerHouseholds } from '@xihuo/registry';
import { organisationIds } from './lookups';
import { readCsv } from './read-csv';
import type { SeedStep } from './step';

/** The wording the invented households agreed to. */
const CONSENT_TEXT_VERSION = 'demo-1';

export const households: SeedStep = {
  name: 'households',
  daysAgo: 90,
  run: async (tx, { vault }) => {
    const organisations = await organisationIds(tx);
    const rows = readCsv<string>('farmers-sample.csv').map((row) => ({
      reference: row.id!,
      supplierId: organisations.of(row.supplier_id!),
      countyCode: row.county_code!,
      village: row.village!,
      displayName: row.name!,
      joinedOn: row.joined_on!,
      sensitive: {
        householdKind: row.household_kind!,
        idNumber: row.id_number_test!,
        bankCard: row.bank_card_test!,
      },
    }));
    await registerHouseholds(tx, vault, rows, { givenAt: tx.now, textVersion: CONSENT_TEXT_VERSION });
  },
};
