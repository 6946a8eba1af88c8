import { fail, type ResponseOf } from '@xihuo/contract';
import type { Database, NamedKeeping, Tx } from '@xihuo/platform';
import { deletionDue } from '../../rules/deletion';
import { askDeletion, openDeletion, takeBackDeletion } from '../../store/deletion.sql';

export type DeletionView = ResponseOf<'GET /me/deletion'>;
type Keepings = readonly NamedKeeping[];
type Open = NonNullable<NamedKeeping['open']>;

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

/** What stands open of a person, one question a context. */
export async function openOf(tx: Tx, keepings: Keepings, personId: string) {
  const found = [];
  for (const question of questions(keepings)) found.push(...(await tx.sql(question, [[personId]])));
  return found;
}

/** @throws ProblemError ACCOUNT_IN_USE (extra: open) while something of the account is not over */
export async function wishDeletion(tx: Tx, keepings: Keepings, personId: string): Promise<void> {
  tx.attempt({ action: 'account.askDeletion', subjectKind: 'person', subjectId: personId });
  const open = await openOf(tx, keepings, personId);
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
