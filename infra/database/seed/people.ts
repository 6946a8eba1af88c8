import { SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';
import { provisioning } from '@xihuo/identity';
import { DEMO_PEOPLE, demoPassword, demoTotpSecret, phoneOf } from './demo-accounts';
import { householdIds, organisationIds } from './lookups';
import { everySupplier } from './newcomers';
import { readCsv } from './read-csv';
import type { SeedStep } from './step';

const { createPerson, enrolTotp, grantRole, linkPhone, setPassword } = provisioning;

/** A person for every household, who comes in by SMS code alone. */
export const farmers: SeedStep = {
  name: 'people.farmers',
  daysAgo: 34,
  run: async (tx, { vault }) => {
    const households = await householdIds(tx, vault);
    for (const { id: reference, name } of readCsv<'id' | 'name'>('farmers-sample.csv')) {
      const { id: personId } = await createPerson(tx, { displayName: name });
      await grantRole(tx, { personId, role: 'farmer', householdId: households.get(reference)! });
      await linkPhone(tx, vault, { personId, phone: phoneOf(reference) });
    }
  },
};

/** Who acts for each supplier, and one officer of each department of its county; where a demo account is that, it is. */
export const cast: SeedStep = {
  name: 'people.cast',
  daysAgo: 134,
  run: async (tx) => {
    const organisations = await organisationIds(tx);
    const regions = new Map(readCsv<'code' | 'name'>('../reference/regions.csv').map(({ code, name }) => [code, name]));
    const suppliers = everySupplier();
    const hasAccount = (role: Role, of: string) =>
      DEMO_PEOPLE.some((one) => one.role === role && (one.organisation === of || one.regionCode === of));
    for (const { reference, legalRepresentative } of suppliers) {
      if (hasAccount('supplier', reference)) continue;
      const { id: personId } = await createPerson(tx, { displayName: legalRepresentative });
      await grantRole(tx, { personId, role: 'supplier', organisationId: organisations.of(reference) });
    }
    for (const regionCode of new Set(suppliers.map((row) => row.countyCode))) {
      for (const [role, office] of OFFICES) {
        if (hasAccount(role, regionCode)) continue;
        const { id: personId } = await createPerson(tx, { displayName: `${regions.get(regionCode)}${office}经办人` });
        await grantRole(tx, { personId, role, regionCode });
      }
    }
  },
};

const OFFICES = [
  ['countyAgriculture', '农业农村局'],
  ['countyRevitalisation', '乡村振兴部门'],
] as const;

/** One account for every role that comes in by password; the file with them is written by the loader. */
export const accounts: SeedStep = {
  name: 'people.accounts',
  daysAgo: 135,
  run: async (tx, { vault }) => {
    const organisations = await organisationIds(tx);
    for (const { role, login, displayName, organisation, regionCode } of DEMO_PEOPLE) {
      const { id: personId } = await createPerson(tx, { displayName });
      await setPassword(tx, { personId, login, password: demoPassword(vault, login) });
      await grantRole(tx, {
        personId,
        role,
        ...(organisation === undefined ? {} : { organisationId: organisations.of(organisation) }),
        ...(regionCode === undefined ? {} : { regionCode }),
      });
      if (SECOND_FACTOR_ROLES.includes(role)) {
        await enrolTotp(tx, vault, { personId, secret: demoTotpSecret(vault, login) });
      }
    }
  },
};
