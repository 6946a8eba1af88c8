import { useQueryClient } from '@tanstack/react-query';
import { useSend } from '@xihuo/ui';
import { forgetRecent } from '../frame/keys/recent';
import { forgetDrafts } from '../frame/unsaved/device-draft';
import { isOut } from './is-out';

/** Ends the session of this person on the server; what was on the screen goes with it. */
export function useSignOut(personId: string) {
  const queries = useQueryClient();
  return useSend('DELETE /sessions/current', {
    // Also where the session was gone already: the one who leaves wants to be out.
    onSettled: async (_, problem) => {
      queries.clear();
      forgetRecent();
      if (isOut(problem)) forgetDrafts(personId);
      // Names that were taken along to the scale; what waits to be sent stays for the next time this person is here.
      await import('../trace/scale/device')
        .then(({ thisDevice }) => thisDevice())
        .then((device) => device.leave())
        .catch(() => undefined);
      window.location.assign('/console/');
    },
  });
}
