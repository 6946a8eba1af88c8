import { Card } from '@xihuo/ui';
import { useT } from '../../words';
import { useWeight } from '../weights';
import { balanceOf, type Side } from './balance';
import type { Lot } from './lot-parts';

const colours: Record<Side['key'], string> = {
  deliveries: 'bg-green',
  own: 'bg-slate',
  processedIn: 'bg-amber',
  shipped: 'bg-slate',
  processed: 'bg-amber',
  lost: 'bg-cinnabar',
  left: 'bg-green',
};

function Bar({ title, sides, whole }: { title: string; sides: readonly Side[]; whole: number }) {
  const t = useT();
  const weight = useWeight();
  const there = sides.filter(({ grams }) => grams > 0);
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-faint">{title}</h3>
      <div aria-hidden className="mt-1 flex h-8 gap-0.5 overflow-hidden rounded-md bg-sunken">
        {there.map(({ key, grams }) => (
          <span
            key={key}
            className={colours[key]}
            style={{ inlineSize: `${(grams / whole) * 100}%`, minInlineSize: 3 }}
          />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        {there.map(({ key, grams }) => (
          <li key={key} className="flex items-baseline gap-2">
            <span aria-hidden className={`size-3 shrink-0 rounded-sm ${colours[key]}`} />
            <span className="flex flex-wrap gap-x-2">
              <span className="whitespace-nowrap text-ink-soft">{t(`balance.${key}`)}</span>
              <span className="numeric font-medium">{weight(grams)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What came in and where it is now, as two bars of one length: both are always the same sum. */
export function BalancePicture({ lot }: { lot: Lot }) {
  const t = useT();
  const weight = useWeight();
  const { incoming, outgoing } = balanceOf(lot);
  const { waiting, contested } = lot.deliveries;
  return (
    <Card title={t('balance.title')}>
      {lot.receivedGrams === 0 ? (
        <p className="text-ink-soft">{t('balance.empty')}</p>
      ) : (
        <div className="flex flex-col gap-5">
          <Bar
            title={t('balance.in', { weight: weight(lot.receivedGrams) })}
            sides={incoming}
            whole={lot.receivedGrams}
          />
          <Bar title={t('balance.out')} sides={outgoing} whole={lot.receivedGrams} />
        </div>
      )}
      {waiting + contested > 0 && (
        <p className="mt-4 text-amber">{t('balance.waiting', { count: waiting, contested })}</p>
      )}
    </Card>
  );
}
