import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { insertNote } from '../store/history.sql';
import { sightInto, subjectsOf, type Read } from './sight-into';

/**
 * Leaves a note beside what was done to a thing, for whoever of the own side reads that. The trail keeps that there is one, for good;
 * what it says is kept beside it and told to nobody else.
 *
 * @throws ProblemError NOT_FOUND of what is not theirs to read
 */
export async function addNote(
  tx: Tx,
  { params, body }: InputOf<'POST /history/{kind}/{id}/notes'>,
): Promise<{ id: string }> {
  tx.attempt({ action: 'note.add', subjectKind: params.kind, subjectId: params.id });
  must(tx.actor.kind === 'person', 'people leave notes');
  const { personId, grants } = tx.actor;
  const read: Read = (wanted, values) => tx.sql(wanted, values);
  const { sides, team } = await sightInto(read, { id: personId, grants }, params);
  const [side] = sides;
  if (side === undefined) throw fail('NOT_FOUND');
  const [[subjectKind], [subjectId]] = await subjectsOf(read, params, team);
  const id = newId();
  await tx.sql(insertNote, [id, side, personId, body.text, tx.now]);
  tx.audit({ action: 'note.add', subjectKind: subjectKind!, subjectId: subjectId!, after: { noteId: id } });
  return { id };
}
