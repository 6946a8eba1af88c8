import { Badge, formatDate, useLocale } from '@xihuo/ui';
import { useT } from '../words';

/** Open or shut at this moment; nothing where a venue has no opening times. */
export function OpenNow({ value }: { value: boolean | null }) {
  const t = useT();
  if (value === null) return null;
  return <Badge tone={value ? 'good' : 'neutral'}>{t(value ? 'venue.openNow' : 'venue.shutNow')}</Badge>;
}

type Phase = 'coming' | 'running' | 'over';
const tones = { coming: 'info', running: 'good', over: 'neutral' } as const;

export function PhaseBadge({ phase, cancelled }: { phase: Phase; cancelled: boolean }) {
  const t = useT();
  if (cancelled) return <Badge tone="bad">{t('phase.cancelled')}</Badge>;
  return <Badge tone={tones[phase]}>{t(`phase.${phase}`)}</Badge>;
}

/** From a day to a day, both included. */
export function Days({ from, to }: { from: string; to: string }) {
  const locale = useLocale();
  return (
    <span>
      <span className="whitespace-nowrap max-sm:in-data-elder:whitespace-normal">{formatDate(from, locale)}</span>
      {' – '}
      <span className="whitespace-nowrap max-sm:in-data-elder:whitespace-normal">{formatDate(to, locale)}</span>
    </span>
  );
}
