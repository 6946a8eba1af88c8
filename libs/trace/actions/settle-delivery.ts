import { timingSafeEqual } from 'node:crypto';
import { fail, type InputOf } from '@xihuo/contract';
import { mustBeFitWitness, tellPeople, textPeople } from '@xihuo/identity';
import { time } from '@xihuo/kernel';
import { limitRate, type Database, type Tx, type Vault } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { mayContest } from '../rules/delivery';
import { codeMessage, MESSAGES } from '../rules/messages';
import {
  lockChain,
  putCode,
  setConfirmed,
  setContested,
  setCorrected,
  setWitnessed,
  silentDeliveries,
  deliveryById,
  spendCode,
  tryCode,
  changeReceived,
  type DeliveryRow,
} from '../store/delivery.sql';
import { peopleOfHousehold, peopleOfSupplier } from '../store/people.sql';
import { balanced } from './balanced';
import { mustBeLotPapers } from './lot-papers';
import { factsOf, heldDelivery, mustBeFree, noteDelivery, openDelivery, type Deciding } from './open-delivery';
import { doer, type TraceKit } from './trace-kit';

/** How long a code at the scale may be typed. */
const CODE_MS = 15 * 60_000;
const CODES_AN_HOUR = 120;
const SILENT_BATCH = 200;

type How = 'phone' | 'code' | 'silence';

/** The household says, in its own session: so it was. */
export async function confirmByHousehold(tx: Tx, kit: TraceKit, deciding: Deciding): Promise<void> {
  await stand(tx, kit, await openDelivery(tx, deciding, 'confirm', 'household'), 'phone');
}

/** The household's code, typed at the scale; that it fits was found before. @throws ProblemError WRONG_CODE where it was spent meanwhile */
export async function confirmByCode(tx: Tx, kit: TraceKit, deciding: Deciding): Promise<void> {
  const row = await openDelivery(tx, deciding, 'confirm', 'supplier');
  const [spent] = await tx.sql(spendCode, [row.id, tx.now]);
  if (!spent) throw fail('WRONG_CODE');
  await stand(tx, kit, row, 'code');
}

/** Witnessed ones that nobody contested in time. @returns how many */
export async function confirmSilent(tx: Tx, kit: TraceKit): Promise<number> {
  const due = await tx.sql(silentDeliveries, [time.businessDate(tx.now), SILENT_BATCH]);
  for (const { id } of due) {
    const [row] = await tx.sql(deliveryById, [id]);
    await stand(tx, kit, row!, 'silence');
  }
  return due.length;
}

async function stand(tx: Tx, kit: TraceKit, row: DeliveryRow, how: How): Promise<void> {
  const replaced = await takeItsPlace(tx, row);
  await tx.sql(setConfirmed, [row.id, tx.now, doer(tx), how]);
  tx.emit('deliveryConfirmed', {
    ...{ deliveryId: row.id, supplierId: row.supplier_id, lotId: row.lot_id, replaces: replaced },
  });
  noteDelivery(tx, row, 'confirm', { how, replaces: replaced });
  const people = await tx.sql(how === 'phone' ? peopleOfSupplier : peopleOfHousehold, [
    how === 'phone' ? row.supplier_id : row.household_id,
  ]);
  const message = MESSAGES.confirmed(factsOf(row));
  await tellPeople(tx, kit, {
    personIds: idsOf(people),
    key: `delivery.confirmed:${row.id}`,
    message,
    about: `delivery:${row.id}`,
  });
}

/**
 * Puts a delivery into its lot, and takes out what stood there for it before.
 *
 * @returns the row that was confirmed before in its place: what was owed for it is owed no more
 */
async function takeItsPlace(tx: Tx, row: DeliveryRow): Promise<string | null> {
  const others = row.root_id === null ? [] : (await tx.sql(lockChain, [row.root_id])).filter(({ id }) => id !== row.id);
  const stood = others.filter(({ counts }) => counts);
  if (stood.length > 0) await tx.sql(setCorrected, [stood.map(({ id }) => id)]);
  const changes = [
    ...(row.counts ? [] : [{ lotId: row.lot_id, grams: row.yield_grams }]),
    ...stood.map((one) => ({ lotId: one.lot_id, grams: -one.yield_grams })),
  ];
  if (changes.length > 0) {
    await balanced(tx.sql(changeReceived, [changes.map(({ lotId }) => lotId), changes.map(({ grams }) => grams)]));
  }
  return lastConfirmed(others);
}

/** Ids come from devices and say nothing of the order in which rows came to stand: the time of confirmation does. */
function lastConfirmed(rows: readonly { id: string; confirmed_at: Date | null }[]): string | null {
  let last: { id: string; at: Date } | null = null;
  for (const { id, confirmed_at: at } of rows) if (at !== null && (last === null || at > last.at)) last = { id, at };
  return last?.id ?? null;
}

/**
 * Somebody who is no party to it saw the household bring it, and the signed sheet is here: by a clerk, or by an officer of the
 * county itself. Where the household contested what this row stands for, only the officer.
 *
 * @throws ProblemError as `openDelivery`; PAPER_UNKNOWN, WITNESS_UNFIT, LOT_MASS_BALANCE
 */
export async function witnessDelivery(
  tx: Tx,
  kit: TraceKit,
  { name, role, sheetFileId, ...deciding }: Deciding & InputOf<'POST /supplier/deliveries/{id}/witness'>['body'],
): Promise<void> {
  const row = await openDelivery(tx, deciding, 'witness', 'desk');
  const today = time.businessDate(tx.now);
  await mustBeFitWitness(
    tx,
    { name, role, on: today },
    {
      ...{ supplierId: row.supplier_id, householdIds: [row.household_id] },
      ...{ since: row.delivered_on, contested: row.was_contested },
    },
  );
  await mustBeLotPapers(tx, row.supplier_id, { sheetFileId });
  await takeItsPlace(tx, row);
  const until = time.addDays(today, await policyOn(tx, 'trace.witnessDays', today));
  await tx.sql(setWitnessed, [row.id, tx.now, name, role, sheetFileId, until]);
  noteDelivery(tx, row, 'witness', { role, until });
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  const message = MESSAGES.witnessed({ ...factsOf(row), witness: name, until });
  await tellPeople(tx, kit, {
    ...{ personIds: idsOf(people), key: `delivery.witnessed:${row.id}`, message, sms: true },
    about: `delivery:${row.id}`,
  });
}

/** The household says: so it was not. What counts in the lot stays there until it is put right. @throws ProblemError CONTEST_TOO_LATE */
export async function contestDelivery(
  tx: Tx,
  kit: TraceKit,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  await contest(tx, kit, await openDelivery(tx, deciding, 'contest', 'household'), { reason, paperId: null });
}

/**
 * The same for a household without a phone: the supplier's clerk or an officer of the county writes down what it says, and shows the
 * sheet it signed. An objection goes against the supplier, so its own clerk may bring it; what is settled then, it does not witness.
 *
 * @throws ProblemError as `openDelivery`; PAPER_UNKNOWN, CONTEST_TOO_LATE
 */
export async function objectForHousehold(
  tx: Tx,
  kit: TraceKit,
  { reason, paperId, ...deciding }: Deciding & InputOf<'POST /supplier/deliveries/{id}/objection'>['body'],
): Promise<void> {
  const row = await openDelivery(tx, deciding, 'contest', 'desk');
  await mustBeLotPapers(tx, row.supplier_id, { paperId });
  await contest(tx, kit, row, { reason, paperId });
}

async function contest(
  tx: Tx,
  kit: TraceKit,
  row: DeliveryRow,
  { reason, paperId }: { reason: string; paperId: string | null },
): Promise<void> {
  const today = time.businessDate(tx.now);
  const confirmedOn = row.confirmed_at === null ? null : time.businessDate(row.confirmed_at);
  // The days of the time it was confirmed in: a shorter term does not reach back.
  const days = await policyOn(tx, 'trace.contestDays', confirmedOn ?? today);
  if (!mayContest(confirmedOn, today, days)) throw fail('CONTEST_TOO_LATE');
  await tx.sql(setContested, [row.id, tx.now, reason, paperId, doer(tx)]);
  noteDelivery(tx, row, 'contest', { paperId });
  // Whoever wrote it down knows; the household hears that it was said in its name.
  const people = [
    ...(await tx.sql(peopleOfSupplier, [row.supplier_id])),
    ...(paperId === null ? [] : await tx.sql(peopleOfHousehold, [row.household_id])),
  ];
  const message = MESSAGES.contested({ ...factsOf(row), reason });
  await tellPeople(tx, kit, {
    personIds: idsOf(people),
    key: `delivery.contested:${row.id}:${row.row_version}`,
    about: `delivery:${row.id}`,
    message,
  });
}

/** Sends the household's phones a code for exactly this delivery. @throws ProblemError HOUSEHOLD_WITHOUT_PHONE, RATE_LIMITED */
export async function sendDeliveryCode(
  tx: Tx,
  kit: TraceKit,
  { id, code }: { id: string; code: string },
): Promise<{ expiresAt: string; phones: number }> {
  tx.attempt({ action: 'delivery.sendCode', subjectKind: 'delivery', subjectId: id });
  const row = await heldDelivery(tx, id, 'supplier');
  mustBeFree(row, 'confirm');
  // Whoever contested it says by the own phone that it is settled, not at the scale.
  if (row.state === 'contested') throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  if (people.length === 0) throw fail('HOUSEHOLD_WITHOUT_PHONE');
  const expiresAt = new Date(tx.now.getTime() + CODE_MS);
  const [put] = await tx.sql(putCode, [row.id, codeHash(kit.vault, row.id, code), tx.now, expiresAt]);
  if (!put) throw fail('RATE_LIMITED', { extra: { retryAfterSeconds: 86_400 } });
  await textPeople(tx, kit, {
    ...{ personIds: idsOf(people), key: `delivery.code:${row.id}:${put.sends}` },
    text: codeMessage(code, factsOf(row)),
  });
  noteDelivery(tx, row, 'sendCode', { sends: put.sends });
  return { expiresAt: expiresAt.toISOString(), phones: people.length };
}

/** Counts the try, and refuses a code that does not fit. @throws ProblemError WRONG_CODE */
export async function mustFitCode(
  database: Database,
  vault: Vault,
  { id, code }: { id: string; code: string },
): Promise<void> {
  const [kept] = await database.read(tryCode, [id]);
  if (!kept || !timingSafeEqual(kept.code_hash, codeHash(vault, id, code))) throw fail('WRONG_CODE');
}

export async function limitCodes(database: Database, personId: string): Promise<void> {
  await limitRate(database, { name: 'deliveryCode', of: personId, most: CODES_AN_HOUR, seconds: 3_600 });
}

function codeHash(vault: Vault, deliveryId: string, code: string): Buffer {
  return vault.blindIndex('trace.deliveryCode', `${deliveryId} ${code}`);
}

function idsOf(people: readonly { person_id: string }[]): string[] {
  return people.map(({ person_id: id }) => id);
}
