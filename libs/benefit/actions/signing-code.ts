import { timingSafeEqual } from 'node:crypto';
import { fail, type ResponseOf } from '@xihuo/contract';
import { textPeople } from '@xihuo/identity';
import { limitRate, type Database, type Tx, type Vault } from '@xihuo/platform';
import { signingMessage } from '../rules/messages';
import { peopleOfHousehold } from '../store/people.sql';
import { putSigningCode, spendSigningCode, trySigningCode } from '../store/signing-code.sql';
import type { AgreementRow } from '../store/agreement.sql';
import { idsOf, type BenefitKit } from './benefit-kit';
import { heldAgreement, mustBeTime, namedOf, noteAgreement } from './open-agreement';

/** How long a code that signs may be typed: a household reads the page first. */
const CODE_MS = 30 * 60_000;
const CODES_AN_HOUR = 120;
const CODES_OF_ONE_A_DAY = 5;

/** @throws ProblemError RATE_LIMITED */
export async function limitSigningCodes(database: Database, personId: string, agreementId: string): Promise<void> {
  await limitRate(database, { name: 'signingCode', of: personId, most: CODES_AN_HOUR, seconds: 3_600 });
  await limitRate(database, { name: 'signingCodeOf', of: agreementId, most: CODES_OF_ONE_A_DAY, seconds: 86_400 });
}

/** Sends the household's phones a code that signs exactly the page that was offered. @throws ProblemError HOUSEHOLD_WITHOUT_PHONE */
export async function sendSigningCode(
  tx: Tx,
  kit: BenefitKit,
  { id, code }: { id: string; code: string },
): Promise<ResponseOf<'POST /benefit/agreements/{id}/code'>> {
  const row = await heldAgreement(tx, id, 'sendCode', 'clerks');
  if (row.state === 'offered' && row.phones === 0) throw fail('HOUSEHOLD_WITHOUT_PHONE');
  mustBeTime(row, 'sendCode');
  const people = idsOf(await tx.sql(peopleOfHousehold, [row.household_id]));
  const expiresAt = new Date(tx.now.getTime() + CODE_MS);
  await tx.sql(putSigningCode, [
    ...[row.id, row.words_hash, codeHash(kit.vault, row.id, row.words_hash!, code), tx.now, expiresAt],
  ]);
  const key = `agreement.code:${row.id}:${tx.now.getTime()}`;
  await textPeople(tx, kit, { personIds: people, key, text: signingMessage(code, namedOf(row)) });
  noteAgreement(tx, row, 'sendCode', { phones: people.length });
  return { expiresAt: expiresAt.toISOString(), phones: people.length };
}

/** Counts the try, and refuses a code that does not fit. @throws ProblemError WRONG_CODE */
export async function mustFitSigningCode(
  database: Database,
  vault: Vault,
  { id, code }: { id: string; code: string },
): Promise<void> {
  const [kept] = await database.read(trySigningCode, [id]);
  if (!kept || !timingSafeEqual(kept.code_hash, codeHash(vault, id, kept.words_hash, code))) throw fail('WRONG_CODE');
}

/** A code signs once, and only the page it was sent for. @throws ProblemError WRONG_CODE */
export async function spendCode(tx: Tx, row: AgreementRow): Promise<void> {
  const [spent] = await tx.sql(spendSigningCode, [row.id, row.words_hash, tx.now]);
  if (!spent) throw fail('WRONG_CODE');
}

function codeHash(vault: Vault, id: string, wordsHash: string, code: string): Buffer {
  return vault.blindIndex('benefit.signingCode', `${id} ${wordsHash} ${code}`);
}
