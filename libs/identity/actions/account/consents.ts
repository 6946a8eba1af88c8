import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { limitRate, type Database, type Tx } from '@xihuo/platform';
import { consentsOf, lockPerson, putPreferences, recordConsents, type ConsentRow } from '../../store/consent.sql';

type Consents = ResponseOf<'GET /me/consents'>;

/** Lines are never written over, so nobody writes without end. */
const CHANGES = { name: 'account.consents', most: 20, seconds: 86_400 };
/** So many a page shows; a file of the own data has all. */
const SHOWN = 200;

const consentView = ({ at, ...row }: ConsentRow) => ({ ...row, at: at.toISOString() });

/** All a person agreed to and took back, the last first. */
export async function listConsents(database: Pick<Database, 'read'>, personId: string): Promise<Consents> {
  return { data: (await database.read(consentsOf, [personId, SHOWN])).map(consentView) };
}

/**
 * Agrees to the text in force, or takes it back.
 *
 * @throws ProblemError CONSENT_STANDS for another version than the one in force, and for what stands as long as the account; RATE_LIMITED
 */
export async function sayConsent(
  tx: Tx,
  personId: string,
  { kind, version, given }: InputOf<'PUT /me/consents'>['body'],
): Promise<Consents> {
  tx.attempt({ action: 'consent.say', subjectKind: 'person', subjectId: personId });
  const isOwnWish = kind === 'favouriteNews';
  if (given ? version !== machines.accounts.CONSENT_TEXTS[kind].version : !isOwnWish) throw fail('CONSENT_STANDS');
  await limitRate(tx, { ...CHANGES, of: personId });
  await tx.sql(lockPerson, [personId]);
  const written = await tx.sql(recordConsents, [personId, [kind], [version], given, tx.now]);
  if (written.length > 0) {
    const after = { kind, version, given };
    tx.audit({ action: 'consent.say', subjectKind: 'person', subjectId: personId, after });
  }
  return { data: (await tx.sql(consentsOf, [personId, SHOWN])).map(consentView) };
}

/** With the texts in force a person comes in: who was told of them before is not told again. */
export async function cameInByTexts(tx: Tx, personId: string): Promise<void> {
  const { terms, privacy } = machines.accounts.CONSENT_TEXTS;
  await tx.sql(lockPerson, [personId]);
  await tx.sql(recordConsents, [personId, ['terms', 'privacy'], [terms.version, privacy.version], true, tx.now]);
}

export async function setPreferences(
  tx: Tx,
  personId: string,
  { elder }: InputOf<'PUT /me/preferences'>['body'],
): Promise<void> {
  await tx.sql(putPreferences, [personId, elder, tx.now]);
}
