import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { limitRate, newId, type Tx } from '@xihuo/platform';
import { insertNote } from '../store/history.sql';
import { mustBeThere, sightInto, subjectsOf, type Read } from './sight-into';

/** As many as somebody writes who works through a long list, and no more. */
const NOTES_AN_HOUR = { name: 'note', most: 300, seconds: 3_600 };

/**
 * Leaves a note beside what was done to a thing, for whoever of the own side reads that. The trail keeps that there is one, for good;
 * what it says is kept beside it and told to nobody else.
 *
 * @throws ProblemError NOT_FOUND of what is not theirs to read or not there, RATE_LIMITED
 */
export async function addNote(
  tx: Tx,
  { params, body }: InputOf<'POST /history/{kind}/{id}/notes'>,
): Promise<{ id: string }> {
  tx.attempt({ action: 'note.add', subjectKind: params.kind, subjectId: params.id });
  must(tx.actor.kind === 'person', 'people leave notes');
  const { personId, grants } = tx.actor;
  const read: Read = (wanted, values) => tx.sql(wanted, values);
  const reader = { id: personId, grants };
  const { sides, team } = await sightInto(read, reader, params);
  await mustBeThere(read, reader, params);
  const [side] = sides;
  if (side === undefined) throw fail('NOT_FOUND');
  const [[subjectKind], [subjectId]] = await subjectsOf(read, reader, params, team);
  await limitRate(tx, { ...NOTES_AN_HOUR, of: personId });
  const id = newId();
  await tx.sql(insertNote, [id, side, personId, body.text, tx.now]);
  tx.audit({ action: 'note.add', subjectKind: subjectKind!, subjectId: subjectId!, after: { noteId: id } });
  return { id };
}
