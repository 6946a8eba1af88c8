import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { command, newId, switches, type CommandOptions } from '@xihuo/platform';
import { organisations } from '@xihuo/registry';
import { LIMITS } from '../rules/attempt-limits';
import { phoneIndex, type IdentityKit } from '../store/identity-kit';
import { countyNamed, spendSmsCode } from '../store/one-time.sql';
import { countAttempt, forgive } from './count-attempts';
import { mustStandApart } from './offers/duties-apart';
import { createPerson, grantRole, linkPhone } from './provision';
import { mustHoldCode } from './must-hold-code';
import { startSession, type StartedSession } from './start-session';

export interface Registration {
  requestId: string;
  phone: string;
  code: string;
  displayName: string;
  organisation: {
    name: string;
    kind: 'cooperative' | 'company' | 'familyFarm' | 'ruralCollective' | 'trader';
    countyCode: string;
  };
  address: string;
  replaces: string | null;
}

/**
 * Registers a person by the phone they hold, an organisation by what they say of it, and the one to act for the other. The
 * organisation may do nothing but apply: whether it is what it says, admission asks. Nothing is said about who else has the phone,
 * or about organisations of that name; whoever works for the platform, and holds that phone, is told that they sell nothing here.
 *
 * @throws ProblemError WRONG_CODE, RATE_LIMITED, INVALID_INPUT (no such county), SIGN_UP_PAUSED, DUTIES_APART
 */
export async function registerApplicant(
  kit: IdentityKit,
  { requestId, phone, code, displayName, organisation, address, replaces }: Registration,
  ask: CommandOptions,
): Promise<StartedSession & { supplierId: string }> {
  const shared = [{ limit: LIMITS.smsTryAddress, of: address }];
  await countAttempt(kit, shared);
  if ((await kit.database.read(countyNamed, [organisation.countyCode])).length === 0) throw noSuchCounty();
  await mustHoldCode(kit, { requestId, phone, code });
  await countAttempt(kit, [
    { limit: LIMITS.registerPhone, of: phone },
    { limit: LIMITS.registerAddress, of: address },
  ]);
  const { view } = await command(kit.database, ask, async (tx) => {
    await switches.mustGoOn(tx, 'signUp');
    const [spent] = await tx.sql(spendSmsCode, [requestId, tx.now]);
    if (!spent) throw fail('WRONG_CODE');
    await mustStandApart(tx, { role: 'supplier', personId: null, phone: phoneIndex(kit.vault, phone) });
    // Our own reference, so that nobody takes over an organisation by naming its number.
    const reference = `A${newId().replaceAll('-', '').toUpperCase()}`;
    const { name, kind, countyCode } = organisation;
    const ids = await organisations.registerOrganisations(tx, [
      {
        ...{ reference, nameZh: name, nameEn: name, kind, uscc: null, regionCode: countyCode },
        ...{ address: null, legalRepresentative: null, establishedOn: null },
      },
    ]);
    const supplierId = ids.get(reference);
    must(supplierId, 'an organisation that was registered has its id');
    const { id: personId } = await createPerson(tx, { displayName });
    await linkPhone(tx, kit.vault, { personId, phone });
    await grantRole(tx, { personId, role: 'supplier', organisationId: supplierId });
    tx.audit({ action: 'applicant.register', subjectKind: 'person', subjectId: personId, after: { supplierId } });
    return { ...(await startSession(tx, { personId, surface: 'console', replaces })), supplierId };
  });
  await forgive(kit, [], shared);
  return view;
}

function noSuchCounty() {
  return fail('INVALID_INPUT', {
    errors: [{ pointer: '/organisation/countyCode', code: 'NO_COUNTY', message: 'no such county' }],
  });
}
