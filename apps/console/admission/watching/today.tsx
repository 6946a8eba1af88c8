import { time } from '@xihuo/kernel';
import { useApi, useLocale } from '@xihuo/ui';
import { inLanguage } from '../../frame/in-language';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { daysUntil, nearness } from './days';

/** Today as the server sees it, for a page that is nothing without it: with why it cannot be read, and the way to ask again. */
export function useTodayRead() {
  const { data, error, refetch } = useApi('GET /instance', {}, { staleTime: 60_000 });
  return { data: data && time.businessDate(new Date(data.now)), error, refetch };
}

/** Today as the server sees it: deadlines run by its business clock, not by that of the reader's device. */
export const useToday = (): string | undefined => useTodayRead().data;

const colours = { over: 'text-cinnabar', soon: 'text-amber', later: 'text-ink-faint' } as const;

/** A last day with how far it is; `settled`: what was due is done, so nobody needs to be hurried. */
export function Until({ day, settled }: { day: string | null; settled?: boolean }) {
  const today = useToday();
  if (day === null) return <Day value={null} />;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Day value={day} />
      {!settled && today && <Left days={daysUntil(day, today)} />}
    </span>
  );
}

/** 还剩 3 天: the colour only helps, the words carry it. */
export function Left({ days }: { days: number }) {
  const t = useT();
  const word =
    days > 0 ? t('until.left', { count: days }) : days === 0 ? t('until.today') : t('until.over', { count: -days });
  return <span className={`text-sm font-medium whitespace-nowrap ${colours[nearness(days)]}`}>{word}</span>;
}

/** What the server says in both languages, in the reader's. */
export function useSay(): (words: { zh: string; en: string | null }) => string {
  const locale = useLocale();
  return (words) => inLanguage(words, locale);
}
