import { command, type Database, type Log, type NamedKeeping, type Tx, type Vault } from '@xihuo/platform';
import { lookedAtAgain } from '../../rules/deletion';
import {
  askDeletion,
  deletedLately,
  dueDeletions,
  lockDueDeletion,
  markDeleted,
  putOffDeletion,
} from '../../store/deletion.sql';
import { openOf } from './deletion';

/** Accounts looked at in one go, at most: what is more waits for the next round. */
const ROUND = 50;
/** No request takes as long: what it wrote beside a deletion stands by then. */
const BESIDE_HOURS = 1;

const NAME = 'identity.deleteAccounts';
const by = { name: NAME, requestId: NAME, actor: { kind: 'system', name: 'identity' } } as const;

export interface DeletionKit {
  readonly database: Database;
  readonly log: Log;
  readonly vault: Vault;
  readonly keepings: readonly NamedKeeping[];
}

type Act = (tx: Tx, kit: DeletionKit, personId: string) => Promise<void>;

/**
 * Deletes the accounts whose time has come, each in a transaction of its own: every context destroys what it keeps of the person, or
 * nothing is done. What is open again meanwhile, or cannot be done, puts it off a day and holds up nobody else. Orders and the books
 * stay, under a number that leads to nobody.
 *
 * Nothing locks a person against what they do at that very moment, so whoever was deleted within the last hour is looked at once more:
 * what was written beside the deletion goes too.
 */
export async function deleteDueAccounts(kit: DeletionKit): Promise<void> {
  await eachAlone(kit, await kit.database.read(dueDeletions, [ROUND]), deleteAccount, putOff);
  await eachAlone(kit, await kit.database.read(deletedLately, [BESIDE_HOURS]), forgetAgain, askAgain);
}

async function eachAlone(kit: DeletionKit, people: readonly { person_id: string }[], act: Act, orElse: Act) {
  for (const { person_id: id } of people) {
    try {
      await command(kit.database, by, (tx) => act(tx, kit, id));
    } catch (error) {
      kit.log.error({ err: error, personId: id }, 'an account could not be deleted');
      await command(kit.database, by, (tx) => orElse(tx, kit, id));
    }
  }
}

/** The platform's own comes first and goes last: what others write while they forget is forgotten too. */
async function forgetAll(tx: Tx, { vault, keepings }: DeletionKit, personId: string): Promise<void> {
  for (const { forget } of keepings.toReversed()) await forget?.(tx, vault, [personId]);
}

async function deleteAccount(tx: Tx, kit: DeletionKit, personId: string): Promise<void> {
  const [due] = await tx.sql(lockDueDeletion, [personId, tx.now]);
  if (!due) return;
  if ((await openOf(tx, kit.keepings, personId)).length > 0) return putOff(tx, kit, personId);
  await forgetAll(tx, kit, personId);
  await tx.sql(markDeleted, [personId, tx.now]);
  tx.audit({ action: 'account.delete', subjectKind: 'person', subjectId: personId });
}

async function forgetAgain(tx: Tx, kit: DeletionKit, personId: string): Promise<void> {
  if ((await openOf(tx, kit.keepings, personId)).length > 0) return askAgain(tx, kit, personId);
  await forgetAll(tx, kit, personId);
}

async function putOff(tx: Tx, _: DeletionKit, personId: string): Promise<void> {
  await tx.sql(putOffDeletion, [personId, lookedAtAgain(tx.now)]);
}

/** An order placed beside the deletion is over some day: then all of it is done again. */
async function askAgain(tx: Tx, _: DeletionKit, personId: string): Promise<void> {
  await tx.sql(askDeletion, [personId, tx.now, lookedAtAgain(tx.now)]);
}
