import { Day } from '../../frame/when';
import { useT } from '../../words';

export const tones = { coming: 'info', inForce: 'good', expired: 'neutral' } as const;

/** From when until when an indication is registered, as far as its source says. */
export function Span({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }) {
  const t = useT();
  if (validFrom === null && validUntil === null) return <Unsaid word="indications.noDays" />;
  return (
    // One piece: on a phone a cell is a line of two columns, its name and this.
    <span>
      {validFrom === null ? t('indications.noDay') : <Day value={validFrom} />} –{' '}
      {validUntil === null ? t('indications.noEnd') : <Day value={validUntil} />}
    </span>
  );
}

/** What the source leaves open, fainter than what it says, and in one piece. */
export function Unsaid({ word = 'indications.unknown' }: { word?: 'indications.unknown' | 'indications.noDays' }) {
  return <span className="whitespace-nowrap text-ink-soft">{useT()(word)}</span>;
}
