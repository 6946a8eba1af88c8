import { useQueryClient } from '@tanstack/react-query';
import { routeKey, TextField, useApi, type Output } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { useT } from '../../words';
import type { LotRow } from './lot-parts';

/** What one list of choices holds; who has more than that finds the others by code or product. */
const AT_ONCE = 100;

const LOTS = 'GET /supplier/lots';

/** With the rows of what was just picked: a search that found one may be forgotten while its lot is still chosen. */
export function withPicked(
  picked: readonly LotRow[],
  chosen: readonly string[],
  seen: readonly LotRow[],
): readonly LotRow[] {
  const more = [...new Set(chosen)].flatMap((id) => {
    const lot = picked.some((one) => one.id === id) ? undefined : seen.find((one) => one.id === id);
    return lot ? [lot] : [];
  });
  return more.length === 0 ? picked : [...picked, ...more];
}

/** Own lots to choose from, and the box to find more of them where they do not all fit; what is chosen stays among them. */
export function useOwnLots(chosen: readonly string[], first: LotRow | undefined) {
  const t = useT();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<readonly LotRow[]>([]);
  const q = useDeferredValue(typed.trim());
  const query = useApi(LOTS, { query: { limit: AT_ONCE, ...(q === '' ? {} : { q }) } });
  const isPart = typed !== '' || (query.data?.nextCursor ?? null) !== null;
  const find = isPart && (
    <TextField
      optional
      type="search"
      label={t('lots.find')}
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
  const found: readonly LotRow[] = query.data?.data ?? [];
  const seen = [
    ...(first ? [first] : []),
    ...queries
      .getQueriesData<Output<typeof LOTS>>({ queryKey: routeKey(LOTS) })
      .flatMap(([, page]): readonly LotRow[] => page?.data ?? []),
  ];
  const kept = withPicked(picked, chosen, seen);
  if (kept !== picked) setPicked(kept);
  const stays = [...new Set(chosen)].flatMap((id) => {
    const lot = found.some((one) => one.id === id) ? undefined : [...seen, ...kept].find((one) => one.id === id);
    return lot ? [lot] : [];
  });
  return { lots: [...stays, ...found], find };
}
