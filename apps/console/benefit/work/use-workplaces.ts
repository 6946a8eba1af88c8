import { time } from '@xihuo/kernel';
import { useApi, type ApiProblem } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { useMe } from '../../identity/me';
import { thisDevice, type Workplaces } from '../../trace/scale/device';
import { todayAfter, useDeviceDay } from '../../trace/scale/device-day';
import { keepShell } from '../../trace/scale/keep-shell';

export type Workplace = Workplaces['data'][number];

/**
 * Whom a sheet may name: from the server, and kept on the device beside what the scale takes along, for when there is none. What is
 * kept is of the person at work alone.
 */
export function useWorkplaces(): { places: Workplaces | null; error: ApiProblem | null; refetch: () => unknown } {
  const me = useMe();
  const query = useApi('GET /benefit/workplaces', {}, { staleTime: 60_000 });
  const [kept, setKept] = useState<{ places: Workplaces; takenAt: number } | null>(null);
  const { personId } = me;
  useEffect(() => {
    void thisDevice()
      .then((device) => device.seat())
      .then((seat) => seat?.me.personId === personId && seat.work && setKept(seat.work));
  }, [personId]);
  const fresh = query.data;
  useEffect(() => {
    if (!fresh) return;
    void (async () => {
      const device = await thisDevice();
      const before = await device.seat();
      const own = before?.me.personId === me.personId ? before : { pack: null, takenAt: 0, recent: [] };
      const work = { places: fresh, takenAt: Date.now() };
      await device.sit({ ...own, me, work });
      setKept(work);
      await keepShell();
    })();
  }, [fresh, me]);
  const day = useDeviceDay();
  const taken = fresh ?? kept?.places ?? null;
  const takenAt = fresh ? query.dataUpdatedAt : (kept?.takenAt ?? 0);
  return {
    places: taken && { ...taken, today: todayAfter(taken.today, time.businessDate(new Date(takenAt)), day) },
    error: query.error,
    refetch: query.refetch,
  };
}
