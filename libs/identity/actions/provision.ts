import { fail, type Role } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Actor, Tx, Vault } from '@xihuo/platform';
import { jurisdictionOf } from '../rules/jurisdiction';
import { normalLogin, passwordFault } from '../rules/password-policy';
import { hashPassword } from '../secrets/password-hash';
import { fromBase32 } from '../secrets/totp';
import { phoneCell, phoneIndex, totpCell } from '../store/identity-kit';
import { putTotpSecret } from '../store/one-time.sql';
import {
  disablePersonRow,
  endGrantsOfRole,
  insertGrant,
  insertPerson,
  putCredential,
  putPhoneLink,
} from '../store/person.sql';
import { endSessionsOf } from '../store/session.sql';

/** Makes a person who cannot come in yet: a password or a phone, and a role, are given apart. */
export async function createPerson(tx: Tx, person: { id?: string; displayName: string }): Promise<{ id: string }> {
  const [row] = await tx.sql(insertPerson, [person.id ?? null, person.displayName, tx.now]);
  must(row, 'a person was inserted');
  tx.audit({ action: 'person.create', subjectKind: 'person', subjectId: row.id });
  return row;
}

/** Acts on the next request of the person, and ends what is open. */
export async function disablePerson(tx: Tx, { personId }: { personId: string }): Promise<void> {
  const [row] = await tx.sql(disablePersonRow, [personId, tx.now]);
  if (!row) throw fail('NOT_FOUND');
  await tx.sql(endSessionsOf, [personId, tx.now]);
  tx.audit({ action: 'person.disable', subjectKind: 'person', subjectId: personId });
}

export interface GrantWanted {
  personId: string;
  role: Role;
  organisationId?: string;
  /** Six digits; a province or a city binds all below it. */
  regionCode?: string;
  householdId?: string;
}

/** Gives a role; the same grant again changes nothing. A role that wants a second factor stays shut until one is shown. */
export async function grantRole(tx: Tx, wanted: GrantWanted): Promise<void> {
  const jurisdiction = wanted.regionCode === undefined ? null : jurisdictionOf(wanted.regionCode);
  const [row] = await tx.sql(insertGrant, [
    wanted.personId,
    wanted.role,
    wanted.organisationId ?? null,
    jurisdiction,
    wanted.householdId ?? null,
    tx.now,
    nameOf(tx.actor),
  ]);
  if (!row) return;
  tx.audit({
    action: 'role.grant',
    subjectKind: 'person',
    subjectId: wanted.personId,
    after: { ...wanted, jurisdiction },
  });
}

/** Takes a role away in all its forms; acts on the next request. */
export async function endRole(tx: Tx, { personId, role }: { personId: string; role: Role }): Promise<void> {
  const ended = await tx.sql(endGrantsOfRole, [personId, role, tx.now, nameOf(tx.actor)]);
  if (ended.length === 0) throw fail('NOT_FOUND');
  tx.audit({ action: 'role.end', subjectKind: 'person', subjectId: personId, before: { role }, after: { role: null } });
}

/**
 * Sets login and password; whoever is signed in with the old one is out.
 *
 * @throws ProblemError WEAK_PASSWORD
 */
export async function setPassword(
  tx: Tx,
  wanted: { personId: string; login: string; password: string },
): Promise<void> {
  const login = normalLogin(wanted.login);
  const fault = passwordFault(wanted.password, login);
  if (fault !== null) throw fail('WEAK_PASSWORD', { extra: { fault } });
  await tx.sql(putCredential, [wanted.personId, login, await hashPassword(wanted.password), tx.now]);
  await tx.sql(endSessionsOf, [wanted.personId, tx.now]);
  tx.audit({ action: 'password.set', subjectKind: 'person', subjectId: wanted.personId });
}

/** The secret as an authenticator app takes it (base32); at least 128 bits (RFC 4226 part 4). */
export async function enrolTotp(tx: Tx, vault: Vault, wanted: { personId: string; secret: string }): Promise<void> {
  must(fromBase32(wanted.secret).length >= 16, 'a TOTP secret has at least 128 bits');
  await tx.sql(putTotpSecret, [wanted.personId, vault.seal(totpCell(wanted.personId), wanted.secret), tx.now]);
  tx.audit({ action: 'totp.enrol', subjectKind: 'person', subjectId: wanted.personId });
}

/** One phone a person; a phone may have several people. */
export async function linkPhone(tx: Tx, vault: Vault, wanted: { personId: string; phone: string }): Promise<void> {
  must(/^1\d{10}$/.test(wanted.phone), 'a mainland mobile number has eleven digits');
  await tx.sql(putPhoneLink, [
    wanted.personId,
    phoneIndex(vault, wanted.phone),
    vault.seal(phoneCell(wanted.personId), wanted.phone),
    tx.now,
  ]);
  tx.audit({ action: 'phone.link', subjectKind: 'person', subjectId: wanted.personId });
}

function nameOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.personId : actor.kind === 'system' ? actor.name : actor.kind;
}
