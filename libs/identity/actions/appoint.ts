import { randomBytes, randomInt } from 'node:crypto';
import { fail, SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';
import type { Tx, Vault } from '@xihuo/platform';
import { normalLogin } from '../rules/password-policy';
import { PLAIN_LETTERS } from '../secrets/invitation';
import { base32 } from '../secrets/totp';
import { countPeople } from '../store/people.sql';
import { personOfLogin, regionNamed, type KnownLogin } from '../store/appoint.sql';
import { mustStandApart } from './offers/duties-apart';
import { createPerson, endRole, enrolTotp, grantRole, setPassword } from './provision';

/** What somebody is told once; the house keeps a hash and a sealed copy, and can tell neither again. */
export interface Secrets {
  readonly password: string | null;
  /** As an authenticator app takes it, base32. */
  readonly totpSecret: string | null;
}

interface Appointment {
  readonly login: string;
  /** Of somebody new. */
  readonly name: string | undefined;
  readonly role: Role;
  /** Six digits: an auditor or a reviewer of a province, say; the whole country without. */
  readonly regionCode: string | undefined;
  readonly reason: string;
}

/**
 * Gives somebody a role of the platform: a new login with its secrets, or one more role to a login there is. For whoever runs the
 * server, since the first operators can be named by nobody in the house.
 *
 * @throws ProblemError INVALID_INPUT (no role of the platform, no such region, a region with a role that is of the whole country, or
 * nobody by that login and no name), DUTIES_APART, WEAK_PASSWORD never: it is drawn
 */
export async function appoint(
  tx: Tx,
  vault: Vault,
  { login: typed, name, role, regionCode, reason }: Appointment,
): Promise<Secrets> {
  if (!SECOND_FACTOR_ROLES.includes(role)) throw fail.inField('INVALID_INPUT', 'role', 'no role of the platform');
  if (regionCode !== undefined) {
    const bound = role === 'auditor' || role === 'reviewer';
    if (!bound || (await tx.sql(regionNamed, [regionCode])).length === 0)
      throw fail.inField('INVALID_INPUT', 'region', 'no such region, or a role that has none');
  }
  const login = normalLogin(typed);
  const [known] = await tx.sql(personOfLogin, [login]);
  if (!known && !name) throw fail.inField('INVALID_INPUT', 'name', 'somebody new has a name');
  await mustStandApart(tx, { role, personId: known?.id ?? null, phone: null });
  const personId = known?.id ?? (await createPerson(tx, { displayName: name! })).id;
  await grantRole(tx, { personId, role, ...(regionCode === undefined ? {} : { regionCode }) });
  tx.audit({ action: 'person.appoint', subjectKind: 'person', subjectId: personId, after: { role, reason } });
  return {
    password: known ? null : await drawPassword(tx, personId, login),
    totpSecret: known?.has_factor ? null : await drawFactor(tx, vault, personId),
  };
}

/** New secrets for somebody who lost theirs; the old ones and what is open with them are over. @throws ProblemError NOT_FOUND */
export async function renewSecrets(
  tx: Tx,
  vault: Vault,
  { login: typed, reason }: { login: string; reason: string },
): Promise<Secrets> {
  const login = normalLogin(typed);
  const { id: personId } = await mustKnow(tx, login);
  tx.audit({ action: 'person.renewSecrets', subjectKind: 'person', subjectId: personId, after: { reason } });
  return { password: await drawPassword(tx, personId, login), totpSecret: await drawFactor(tx, vault, personId) };
}

/**
 * Takes a role of the platform away; it holds on the next request.
 *
 * @throws ProblemError NOT_FOUND (nobody by that login, or not in that role), LAST_OF_TEAM (no operator would be left)
 */
export async function dismiss(
  tx: Tx,
  { login, role, reason }: { login: string; role: Role; reason: string },
): Promise<void> {
  const { id: personId } = await mustKnow(tx, normalLogin(login));
  await endRole(tx, { personId, role });
  const [operators] = await tx.sql(countPeople, [['operator']]);
  if (role === 'operator' && !operators) throw fail('LAST_OF_TEAM');
  tx.audit({ action: 'person.dismiss', subjectKind: 'person', subjectId: personId, after: { role, reason } });
}

async function mustKnow(tx: Tx, login: string): Promise<KnownLogin> {
  const [known] = await tx.sql(personOfLogin, [login]);
  if (!known) throw fail('NOT_FOUND');
  return known;
}

const GROUPS = 4;
const GROUP = 4;

async function drawPassword(tx: Tx, personId: string, login: string): Promise<string> {
  const group = () => Array.from({ length: GROUP }, () => PLAIN_LETTERS[randomInt(PLAIN_LETTERS.length)]).join('');
  const password = Array.from({ length: GROUPS }, group).join('-');
  await setPassword(tx, { personId, login, password });
  return password;
}

const FACTOR_BYTES = 20;

async function drawFactor(tx: Tx, vault: Vault, personId: string): Promise<string> {
  const secret = base32(randomBytes(FACTOR_BYTES));
  await enrolTotp(tx, vault, { personId, secret });
  return secret;
}
