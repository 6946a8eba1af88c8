import type { PersonalKeeping } from '../context/personal';
import { forgetNotices, noticesOfPerson } from './notices.sql';

/** What people were told; mail and SMS on their way bear no person and are swept once they are sent. */
export const personalNotices: PersonalKeeping = {
  tell: async (where, _, personId) => ({ notices: await where.read(noticesOfPerson, [personId]) }),
  async forget(tx, _, personIds) {
    await tx.sql(forgetNotices, [personIds]);
  },
};
