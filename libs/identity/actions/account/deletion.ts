import { fail, type ResponseOf } from '@xihuo/contract';
import type { Database, NamedKeeping, Tx, Vault } from '@xihuo/platform';
import { deletionDue, lookedAtAgain, parted } from '../../rules/deletion';
import {
  askDeletion,
  dueDeletions,
  markDeleted,
  openDeletion,
  putOffDeletions,
  takeBackDeletion,
} from '../../store/deletion.sql';

export type DeletionView = ResponseOf<'GET /me/deletion'>;
type Keepings = readonly NamedKeeping[];
type Open = NonNullable<NamedKeeping['open']>;

/** Accounts deleted in one transaction, at most: what is more waits for the next round. */
const ROUND = 50;

const questions = (keepings: Keepings): Open[] => keepings.flatMap(({ open }) => (open ? [open] : []));

/** Whether a person's account is to be deleted, and what stands against it at this moment. */
export async function viewDeletion(
  database: Pick<Database, 'read'>,
  keepings: Keepings,
  personId: string,
): Promise<DeletionView> {
  const [[wish], ...open] = await Promise.all([
    database.read(openDeletion, [personId]),
    ...questions(keepings).map((question) => database.read(question, [[personId]])),
  ]);
  return {
    askedAt: wish?.asked_at.toISOString() ?? null,
    dueAt: wish?.due_at.toISOString() ?? null,
    open: open.flat().map(({ what, count }) => ({ what, count })),
  };
}

/** One question a context, of all the people at once. */
async function openOf(tx: Tx, keepings: Keepings, personIds: readonly string[]) {
  const found = [];
  for (const question of questions(keepings)) found.push(...(await tx.sql(question, [personIds])));
  return found;
}

/** @throws ProblemError ACCOUNT_IN_USE (extra: open) while something of the account is not over */
export async function wishDeletion(tx: Tx, keepings: Keepings, personId: string): Promise<void> {
  tx.attempt({ action: 'account.askDeletion', subjectKind: 'person', subjectId: personId });
  const open = await openOf(tx, keepings, [personId]);
  if (open.length > 0)
    throw fail('ACCOUNT_IN_USE', { extra: { open: open.map(({ what, count }) => ({ what, count })) } });
  const dueAt = deletionDue(tx.now);
  const [asked] = await tx.sql(askDeletion, [personId, tx.now, dueAt]);
  if (!asked) return;
  tx.audit({
    action: 'account.askDeletion',
    subjectKind: 'person',
    subjectId: personId,
    after: { dueAt: dueAt.toISOString() },
  });
}

export async function unwishDeletion(tx: Tx, personId: string): Promise<void> {
  const [back] = await tx.sql(takeBackDeletion, [personId, tx.now]);
  if (back) tx.audit({ action: 'account.keep', subjectKind: 'person', subjectId: personId });
}

/**
 * Deletes the accounts whose time has come, in one transaction: each context destroys what it keeps of them, or nothing is done and the
 * next round begins anew. What is open again meanwhile puts it off a day. Orders and the books stay, under a number that leads to
 * nobody. Answers how many were deleted.
 */
export async function deleteDueAccounts(tx: Tx, vault: Vault, keepings: Keepings): Promise<number> {
  const due = (await tx.sql(dueDeletions, [tx.now, ROUND])).map(({ person_id: id }) => id);
  if (due.length === 0) return 0;
  const { free, held } = parted(due, await openOf(tx, keepings, due));
  if (held.length > 0) await tx.sql(putOffDeletions, [held, lookedAtAgain(tx.now)]);
  if (free.length === 0) return 0;
  for (const { forget } of keepings) await forget?.(tx, vault, free);
  await tx.sql(markDeleted, [free, tx.now]);
  for (const subjectId of free) tx.audit({ action: 'account.delete', subjectKind: 'person', subjectId });
  return free.length;
}
