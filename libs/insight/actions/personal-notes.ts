import type { NamedKeeping } from '@xihuo/platform';
import { notesOfPerson } from '../store/history.sql';

/** What somebody wrote for colleagues. It stays, as all that people do in the console: who said what stays answerable. */
export const personalNotes: Omit<NamedKeeping, 'name'> = {
  async tell(where, _vault, personId) {
    return { consoleNotes: await where.read(notesOfPerson, [personId]) };
  },
};
