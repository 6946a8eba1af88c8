import { Badge, formatDate, formatNumber, Money, useLocale } from '@xihuo/ui';
import type { Output, Tone } from '@xihuo/ui';
import { Areas } from '../../admission/watching/frame';
import { useT } from '../../words';
import { useOwnSuppliers, type Agreement } from '../parts';

export type Work = Output<'GET /benefit/work/{id}'>;
type Employment = Extract<Agreement['terms'], { kind: 'employment' }>;

export const WORK_STATES = [
  'recorded',
  'witnessed',
  'contested',
  'confirmed',
  'uncontested',
  'corrected',
  'withdrawn',
] as const satisfies readonly Work['state'][];

const tones: Record<Work['state'], Tone> = {
  recorded: 'attention',
  witnessed: 'info',
  confirmed: 'good',
  uncontested: 'good',
  contested: 'bad',
  corrected: 'neutral',
  withdrawn: 'neutral',
};

export function WorkBadge({ state }: { state: Work['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`came.work.${state}`)}</Badge>;
}

/** One day, or from one to another; each date in one piece. */
export function Span({ from, to }: Pick<Work, 'from' | 'to'>) {
  const t = useT();
  const locale = useLocale();
  return (
    <span>
      <span className="whitespace-nowrap">{formatDate(from, locale)}</span>
      {to !== from && (
        <>
          {' '}
          {t('agreement.to')} <span className="whitespace-nowrap">{formatDate(to, locale)}</span>
        </>
      )}
    </span>
  );
}

/** 5 天, and 80 件 where it is paid by the piece. */
export function useQuantity(): (work: Pick<Work, 'days' | 'pieces'>) => string {
  const t = useT();
  const locale = useLocale();
  return ({ days, pieces }) => {
    const worked = t('work.days', { count: days });
    return pieces ? `${worked} · ${t('work.pieces', { count: formatNumber(pieces, locale) })}` : worked;
  };
}

/** The ways between the records and their months; whoever has no supplier of its own comes to a month by the list. */
export function WorkAreas() {
  const t = useT();
  if (useOwnSuppliers().length === 0) return null;
  return (
    <Areas
      label={t('work.areas')}
      areas={[
        { to: '/benefit/work', word: t('work.list') },
        { to: '/benefit/work/months', word: t('work.months') },
      ]}
    />
  );
}

/** What an agreement pays: 日工资 ¥120, or 每筐 ¥1. */
export function Rate({ terms }: { terms: Pick<Employment, 'dailyWage' | 'pieceRate' | 'pieceName'> }) {
  const t = useT();
  const rate = terms.dailyWage ?? terms.pieceRate;
  return (
    <>
      {terms.dailyWage ? t('term.dailyWage') : t('term.pieceRateOf', { piece: terms.pieceName ?? '' })}{' '}
      {rate && <Money value={rate} />}
    </>
  );
}
