import { Card, useApi } from '@xihuo/ui';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';

/** Looked at again while the worker still tells: a hundred thousand buyers take some minutes. */
const AGAIN_MS = 5_000;

/** How far the buyers of recalled goods have been told. */
export function Told({ id }: { id: string }) {
  const t = useT();
  const query = useApi(
    'GET /supplier/recalls/{id}/telling',
    { params: { id } },
    { refetchInterval: ({ state }) => (state.data?.doneAt === null ? AGAIN_MS : false) },
  );
  return (
    <Card title={t('telling.title')}>
      <Whole query={query}>
        {({ orders, unreachable, doneAt }) => (
          <div aria-live="polite" className="flex flex-col gap-2">
            <p>{t(orders === 0 ? 'telling.none' : doneAt === null ? 'telling.going' : 'telling.done', { orders })}</p>
            {unreachable > 0 && <p className="text-cinnabar">{t('telling.unreachable', { count: unreachable })}</p>}
          </div>
        )}
      </Whole>
    </Card>
  );
}
