import { time } from '@xihuo/kernel';
import { useApi } from '@xihuo/ui';
import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../../identity/me';
import { thisDevice, type Pack, type Seat } from './device';
import { todayAfter, useDeviceDay } from './device-day';
import { keepShell } from './keep-shell';

/** How many households stand on top of the list without being looked for. */
const RECENT = 8;

/**
 * Households, lots and grades: from the server, and kept on the device for when there is none. What is kept is of the person at
 * work alone.
 */
export function usePack() {
  const me = useMe();
  const query = useApi('GET /supplier/scale', {}, { staleTime: 60_000 });
  const [seat, setSeat] = useState<Seat | null>(null);
  const { personId } = me;
  useEffect(() => {
    void thisDevice()
      .then((device) => device.seat())
      .then((kept) => kept?.me.personId === personId && setSeat(kept));
  }, [personId]);
  const fresh = query.data;
  useEffect(() => {
    // Who looks on as another takes nothing along.
    if (!fresh || me.viewing) return;
    void (async () => {
      const device = await thisDevice();
      const before = await device.seat();
      const recent = before?.me.personId === me.personId ? before.recent : [];
      const work = before?.me.personId === me.personId ? before.work : undefined;
      const now = { me, pack: fresh, takenAt: Date.now(), recent, ...(work ? { work } : {}) };
      await device.sit(now);
      setSeat(now);
      await keepShell();
    })();
  }, [fresh, me]);

  const used = useCallback(
    async (householdId: string) => {
      const device = await thisDevice();
      const before = await device.seat();
      if (before?.me.personId !== personId) return;
      const recent = [householdId, ...before.recent.filter((id) => id !== householdId)].slice(0, RECENT);
      await device.sit({ ...before, recent });
      setSeat({ ...before, recent });
    },
    [personId],
  );
  const deviceDay = useDeviceDay();
  const taken = fresh ?? seat?.pack ?? null;
  const takenAt = fresh ? query.dataUpdatedAt : (seat?.takenAt ?? 0);
  const pack: Pack | null = taken && {
    ...taken,
    today: todayAfter(taken.today, time.businessDate(new Date(takenAt)), deviceDay),
  };
  return { pack, recent: seat?.recent ?? [], used, error: query.error, refetch: query.refetch };
}
