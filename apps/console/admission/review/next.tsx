import { formatDate, Steps, useLocale } from '@xihuo/ui';
import type { ComponentProps } from 'react';
import { useT } from '../../words';
import { DEPARTMENTS, type Review } from './case';
import { useLanguage } from './findings-card';

const STAGES = ['county', 'city', 'province', 'review', 'notice', 'certified'] as const;
type Stage = (typeof STAGES)[number];

/** At which stage of its way an application stands; past the end where it is admitted. */
export function stageOf({ state, step }: Pick<Review, 'state' | 'step'>): Stage | 'done' | null {
  if (state === 'certified') return 'done';
  if (state === 'publicNotice') return 'notice';
  return step;
}

export function Way({ review }: { review: Review }) {
  const t = useT();
  const stages = STAGES.filter((stage) => (stage !== 'city' && stage !== 'province') || review.levels.includes(stage));
  const stage = stageOf(review);
  const at = stage === 'done' ? stages.length : stages.findIndex((one) => one === stage);
  if (at < 0) return null;
  const steps: ComponentProps<typeof Steps>['steps'] = stages.map((one, index) => ({
    id: one,
    title: t(`review.step.${one}`),
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }));
  return <Steps steps={steps} label={t('review.way')} />;
}

/** Who is asked for what, until when. */
export function Next({ review }: { review: Review }) {
  const t = useT();
  const locale = useLocale();
  const language = useLanguage();
  return (
    <div>
      <p className="font-medium">{useWaitsFor(review)}</p>
      {review.heldFor.length > 0 && (
        <ul className="mt-1 list-disc ps-5 text-sm">
          {review.heldFor.map((one) => (
            <li key={one.zh}>{one[language]}</li>
          ))}
        </ul>
      )}
      {review.waitingSince && review.dueOn && (
        <p className="mt-1 text-sm text-ink-soft">
          {t('review.since', { date: formatDate(review.waitingSince, locale) })} ·{' '}
          {t('review.dueOn', { date: formatDate(review.dueOn, locale) })}
        </p>
      )}
    </div>
  );
}

function useWaitsFor(review: Review): string {
  const t = useT();
  const locale = useLocale();
  const { state, step, round } = review;
  const notice = review.notices.find((one) => one.state === 'open');
  if (state === 'publicNotice' && notice) {
    return notice.held ? t('review.waits.held') : t('review.waits.notice', { date: formatDate(notice.endsOn, locale) });
  }
  if (state === 'correctionsRequested') {
    const dueOn = review.corrections[0]?.dueOn;
    return t('review.waits.corrections', { date: dueOn ? formatDate(dueOn, locale) : '' });
  }
  if (step === 'county') {
    const signed = new Set(
      review.recommendations.filter((one) => one.round === round).map(({ department }) => department),
    );
    const missing = DEPARTMENTS.filter((department) => !signed.has(department));
    return t(`review.waits.county.${missing.length === 1 ? missing[0]! : 'both'}`);
  }
  if (step === 'review') {
    const count = review.reviews.filter((one) => one.round === round && one.state === 'decided').length;
    return count === 0 ? t('review.waits.review') : t('review.waits.reviewMore', { count });
  }
  if (step !== null) return t(`review.waits.${step}`);
  if (state === 'certified' || state === 'rejected' || state === 'withdrawn') return t(`review.over.${state}`);
  return t('review.over.draft');
}
