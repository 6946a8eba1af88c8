import { Card, formatBasisPoints, formatDate, formatWeight, Timeline, useLocale, type Output } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../use-t';

type Step = Output<'GET /lots/{code}'>['journey'][number];

interface Told {
  title: string;
  detail?: ReactNode;
}

function useTold(): (step: Step) => Told {
  const t = useT();
  const locale = useLocale();
  const weight = (grams: number) => formatWeight(grams, locale);
  return (step) => {
    switch (step.step) {
      case 'processed':
        return {
          title: t('journey.processed', { kind: t(`process.${step.kind}`) }),
          detail: t('journey.yield', {
            input: weight(step.inputGrams),
            output: weight(step.grams),
            share: formatBasisPoints(Math.round((step.grams * 10_000) / step.inputGrams), locale),
          }),
        };
      case 'packed':
        return {
          title: t('journey.packed', { packs: step.packs, pack: step.pack }),
          detail: weight(step.grams),
        };
      case 'certified':
        return { title: t('journey.certified', { number: step.number }) };
      case 'tested':
        return { title: t(step.passed ? 'journey.testedGood' : 'journey.testedBad', { laboratory: step.laboratory }) };
      case 'recalled':
        return { title: t('journey.recalled') };
      default:
        return { title: t(`journey.${step.step}`), detail: weight(step.grams) };
    }
  };
}

/** From the field to the parcel, oldest first. */
export function LotJourney({ journey }: { journey: readonly Step[] }) {
  const t = useT();
  const locale = useLocale();
  const told = useTold();
  const days = (step: Step) => {
    const from = formatDate(step.on, locale);
    if (!('until' in step) || step.until === null) return from;
    return t('journey.span', { from, until: formatDate(step.until, locale) });
  };
  return (
    <Card title={t('lot.journey')}>
      {journey.length === 0 ? (
        <p className="text-ink-soft">{t('journey.none')}</p>
      ) : (
        <Timeline
          entries={journey.map((step, index) => {
            const { title, detail } = told(step);
            return { id: String(index), at: days(step), title, children: detail };
          })}
        />
      )}
    </Card>
  );
}
