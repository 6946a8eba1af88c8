import { SECOND_FACTOR_ROLES } from '@xihuo/contract';
import { provisioning } from '@xihuo/identity';
import { DEMO_PEOPLE, demoPassword, demoTotpSecret, phoneOf } from './demo-accounts';
import { householdIds, organisationIds } from './lookups';
import { readCsv } from './read-csv';
import type { SeedStep } from './step';

const { createPerson, enrolTotp, grantRole, linkPhone, setPassword } = provisioning;

/** A person for every household, who comes in by SMS code alone. */
export const farmers: SeedStep = {
  name: 'people.farmers',
  daysAgo: 34,
  run: async (tx, { vault }) => {
    const households = await householdIds(tx);
    for (const { id: reference, name } of readCsv<'id' | 'name'>('farmers-sample.csv')) {
      const { id: personId } = await createPerson(tx, { displayName: name });
      await grantRole(tx, { personId, role: 'farmer', householdId: households.of(reference) });
      await linkPhone(tx, vault, { personId, phone: phoneOf(reference) });
    }
  },
};

/** One account for every role that comes in by password; the file with them is written by the loader. */
export const accounts: SeedStep = {
  name: 'people.accounts',
  daysAgo: 34,
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
