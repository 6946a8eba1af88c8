import { Button, Card, Money, useApi, usePages } from '@xihuo/ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { rowLink } from '../../frame/views';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ConfirmByCode } from '../confirm-by-code';
import { DeliveryBadge, type Delivery } from '../delivery-parts';
import { SumsView } from '../sums-view';
import { useWeight } from '../weights';
import type { Queue } from './use-queue';

function Line({ delivery, confirm }: { delivery: Delivery; confirm: (delivery: Delivery) => void }) {
  const t = useT();
  const weight = useWeight();
  return (
    <li className="border-b border-line py-3 last:border-0">
      <div className="flex items-start justify-between gap-3">
        <Link to={`/trace/deliveries/${delivery.id}`} className={rowLink}>
          {delivery.household.displayName}
        </Link>
        <DeliveryBadge state={delivery.state} />
      </div>
      <p className="text-sm text-ink-soft">
        <span className="numeric block text-base text-ink">{weight(delivery.grams)}</span>
        {delivery.product.name} · {t(`grade.${delivery.grade}`)}
        {delivery.pricePerKg && (
          <span className="whitespace-nowrap">
            {' · '}
            <Money value={delivery.pricePerKg} />
            {t('scale.perKg')}
          </span>
        )}
      </p>
      {delivery.state === 'recorded' && (
        <Button
          data-act="POST /supplier/deliveries/{id}/confirmation"
          look="quiet"
          size="small"
          className="-ms-3"
          onClick={() => confirm(delivery)}
        >
          {t('delivery.byCode')}
        </Button>
      )}
    </li>
  );
}

/** What the server has of today, with its sums; what still waits on the device is not in them and is said to be missing. */
export function TodayCard({ today, queue }: { today: string; queue: Queue }) {
  const t = useT();
  const weight = useWeight();
  const [confirming, setConfirming] = useState<Delivery | null>(null);
  const sums = useApi('GET /supplier/delivery-sums', { query: { from: today, to: today } });
  const list = usePages('GET /supplier/deliveries', { query: { from: today, to: today } });
  const waiting = queue.queue?.waiting.filter(({ recorded }) => !recorded) ?? [];
  return (
    <Card title={t('scale.today')}>
      {waiting.length > 0 && (
        <p className="mb-3 text-amber">
          {t('scale.notInSums', {
            count: waiting.length,
            weight: weight(waiting.reduce((sum, { grams }) => sum + grams, 0)),
          })}
        </p>
      )}
      {queue.online || sums.data ? (
        <Whole query={sums}>{(data) => <SumsView sums={data} />}</Whole>
      ) : (
        <p className="text-ink-soft">{t('scale.todayOffline')}</p>
      )}
      {list.rows && list.rows.length > 0 && (
        <ul className="mt-2 border-t border-line">
          {list.rows.map((delivery) => (
            <Line key={delivery.id} delivery={delivery} confirm={setConfirming} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button look="secondary" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      {confirming && (
        <ConfirmByCode
          id={confirming.id}
          household={confirming.household.displayName}
          onClose={() => setConfirming(null)}
        />
      )}
    </Card>
  );
}
