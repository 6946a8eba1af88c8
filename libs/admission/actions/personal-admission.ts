import type { NamedKeeping } from '@xihuo/platform';
import { commentsOfPerson, forgetAuthors, objectionsOfPerson } from '../store/personal.sql';
import { contactCell } from './review/object';

/**
 * What people said in public procedures. It stays, under a number: a decision has to show what it was made upon. The name that the public
 * reads beside a comment goes; who objected stays sealed, for its reviewers alone.
 */
export const personalAdmission: Omit<NamedKeeping, 'name'> = {
  async tell(where, vault, personId) {
    const [objections, comments] = await Promise.all([
      where.read(objectionsOfPerson, [personId]),
      where.read(commentsOfPerson, [personId]),
    ]);
    return {
      objections: objections.map(({ id, contact_sealed: sealed, ...objection }) => ({
        ...objection,
        contact: JSON.parse(vault.open(contactCell(id), sealed)) as unknown,
      })),
      standardComments: comments,
    };
  },
  async forget(tx, _, personIds) {
    await tx.sql(forgetAuthors, [personIds]);
  },
};
