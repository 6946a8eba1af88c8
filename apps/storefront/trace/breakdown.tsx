import { Card, formatBasisPoints, formatDate, Notice, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../use-t';
import { grainsOf, type Part } from './grains';
import { GrainsPicture } from './grains-picture';

type Breakdown = Output<'GET /lots/{code}'>['breakdown'];

const fills: Record<Part['payee'], string> = {
  households: 'fill-green',
  supplier: 'fill-line-strong',
  platform: 'fill-slate',
};
const marks: Record<Part['payee'], string> = {
  households: 'bg-green',
  supplier: 'bg-line-strong',
  platform: 'bg-slate',
};

function Shown({ breakdown }: { breakdown: Extract<Breakdown, { state: 'shown' }> }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="grid items-center gap-6 sm:grid-cols-[18rem_1fr]">
      <GrainsPicture looks={grainsOf(breakdown.parts).map((payee) => fills[payee])} />
      <div className="flex flex-col gap-3">
        <ul className="flex flex-col gap-2">
          {breakdown.parts.map(({ payee, basisPoints }) => (
            <li key={payee} className="flex items-baseline gap-3">
              <span aria-hidden className={`size-3.5 shrink-0 rounded-full ${marks[payee]}`} />
              <span className="flex-1">{t(`payee.${payee}`)}</span>
              <span className="numeric text-xl font-semibold">{formatBasisPoints(basisPoints, locale)}</span>
            </li>
          ))}
        </ul>
        <p className="text-sm text-ink-faint">
          {t('breakdown.basis', {
            orders: breakdown.orders,
            households: breakdown.households,
            date: formatDate(breakdown.settledUntil, locale),
          })}
        </p>
        <p className="text-sm text-ink-faint">{t('breakdown.source')}</p>
      </div>
    </div>
  );
}

function TooFew({ breakdown }: { breakdown: Extract<Breakdown, { state: 'tooFew' }> }) {
  const t = useT();
  const orders = Math.min(breakdown.orders, breakdown.ordersNeeded);
  return (
    <div className="flex flex-col gap-3">
      <p>{t('breakdown.tooFew', { orders: breakdown.ordersNeeded, households: breakdown.householdsNeeded })}</p>
      <label className="flex flex-col gap-1">
        <span className="font-medium">{t('breakdown.ordersSoFar', { orders, needed: breakdown.ordersNeeded })}</span>
        <progress
          value={orders}
          max={breakdown.ordersNeeded}
          className="h-3 w-full max-w-sm overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-green [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-green"
        />
      </label>
      <p className="text-sm text-ink-faint">
        {breakdown.households === null
          ? t('breakdown.fewHouseholds', { needed: breakdown.householdsNeeded })
          : t('breakdown.householdsSoFar', { count: breakdown.households })}
      </p>
    </div>
  );
}

/** Who earned what, read from the ledger; where it may not be shown yet, when it will be. */
export function BreakdownCard({ breakdown }: { breakdown: Breakdown }) {
  const t = useT();
  return (
    <Card title={t('breakdown.title')}>
      {breakdown.state === 'shown' && <Shown breakdown={breakdown} />}
      {breakdown.state === 'tooFew' && <TooFew breakdown={breakdown} />}
      {breakdown.state === 'notAgreed' && <Notice>{t('breakdown.notAgreed')}</Notice>}
    </Card>
  );
}
