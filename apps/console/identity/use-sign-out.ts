import { useQueryClient } from '@tanstack/react-query';
import { useSend } from '@xihuo/ui';
import { forgetRecent } from '../frame/keys/recent';
import { forgetDrafts } from '../frame/unsaved/device-draft';

/** Ends the session on the server; what was on the screen goes with it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useSend('DELETE /sessions/current', {
    // Also where the session was gone already: the one who leaves wants to be out.
    onSettled: async () => {
      queries.clear();
      forgetRecent();
      forgetDrafts();
      // Names that were taken along to the scale; what waits to be sent stays for the next time this person is here.
      await import('../trace/scale/device')
        .then(({ thisDevice }) => thisDevice())
        .then((device) => device.leave())
        .catch(() => undefined);
      window.location.assign('/console/');
    },
  });
}
