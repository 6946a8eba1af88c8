import { useQueryClient } from '@tanstack/react-query';
import { useSend } from '@xihuo/ui';

/** Ends the session on the server; what was on the screen goes with it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useSend('DELETE /sessions/current', {
    // Also where the session was gone already: the one who leaves wants to be out.
    onSettled: () => {
      queries.clear();
      window.location.assign('/console/');
    },
  });
}
