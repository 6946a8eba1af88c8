import { Money, type Output } from '@xihuo/ui';
import { useT } from '../words';
import { useWeight } from './weights';

type Sums = Output<'GET /supplier/delivery-sums'>;

/** How many, how much, for how much: the whole first, then product by product and grade by grade. */
export function SumsView({ sums: { data, total } }: { sums: Sums }) {
  const t = useT();
  const weight = useWeight();
  if (total.deliveries === 0) return <p className="text-ink-soft">{t('sums.none')}</p>;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-4 text-lg">
        <strong className="numeric">{weight(total.grams)}</strong>
        {total.priced.amount !== '0' && <Money value={total.priced} size="price" />}
      </p>
      <p className="text-sm text-ink-faint">
        {t('sums.counts', { count: total.deliveries, households: total.households })}
        {total.waiting > 0 && ` · ${t('sums.waiting', { count: total.waiting })}`}
        {total.unpricedGrams > 0 && ` · ${t('sums.unpriced', { weight: weight(total.unpricedGrams) })}`}
      </p>
      {data.length > 1 && (
        <ul className="mt-2 text-sm">
          {data.map((row) => (
            <li key={`${row.productId}${row.grade}`} className="flex flex-wrap justify-between gap-x-3 py-0.5">
              <span>
                {row.productName} · {t(`grade.${row.grade}`)}
              </span>
              <span className="numeric">{weight(row.grams)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
