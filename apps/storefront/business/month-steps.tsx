import { Link, useSearchParams } from 'react-router';
import { useT } from '../words';
import { isMonth, monthAfter, monthOf } from './months';

/** To the month before and the one after, as far as there is one. */
export function MonthSteps({ month }: { month: string }) {
  const t = useT();
  const isLast = month >= monthOf(new Date());
  const toMonth = (later: number) => `?month=${monthAfter(month, later)}`;
  const step = 'inline-flex min-h-target items-center text-green underline-offset-4 hover:underline';
  return (
    <nav aria-label={t('business.statement.months')} className="flex gap-5">
      <Link className={step} to={toMonth(-1)}>
        {t('business.statement.before')}
      </Link>
      {!isLast && (
        <Link className={step} to={toMonth(1)}>
          {t('business.statement.after')}
        </Link>
      )}
    </nav>
  );
}

/** The month the address names; this one, where it names none that is one. */
export function useMonth(): string {
  const [search] = useSearchParams();
  const asked = search.get('month');
  return isMonth(asked) ? asked : monthOf(new Date());
}
