import { type Output } from '@xihuo/ui';
import { useT } from '../../words';
import { useWeight } from '../weights';

type ReachView = Output<'GET /trace/lots/{id}/reach'>;

/** How far a recall goes: order lines, packs, weight, and every lot that has something of it. */
export function Reach({ reach }: { reach: ReachView }) {
  const t = useT();
  const weight = useWeight();
  return (
    <div className="rounded-md border border-line bg-sunken p-4">
      <p className="font-semibold">
        {t('reach.sum', { lines: reach.orderLines, packs: reach.packs, weight: weight(reach.grams) })}
      </p>
      <p className="text-sm text-ink-soft">{t('reach.lots', { count: reach.lots.length })}</p>
      <ul className="mt-1 text-sm">
        {reach.lots.map((lot) => (
          <li key={lot.id} className="flex flex-wrap justify-between gap-x-3">
            <span>
              <span className="font-mono">{lot.code}</span> {lot.productName}
            </span>
            <span className="numeric">{t('reach.shipped', { weight: weight(lot.shippedGrams) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
