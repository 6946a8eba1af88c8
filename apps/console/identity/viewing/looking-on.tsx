import { useQueryClient } from '@tanstack/react-query';
import { Button, routeKey, useLocale, useSend } from '@xihuo/ui';
import { useEffect } from 'react';
import { Problem } from '../../frame/problem';
import type { Me } from '../me';
import { atOtherDesk } from './at-other-desk';
import { useT } from './words';

const SAFE: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Who looks at whose desk, faint over the whole page, so that a picture of it says so too. */
function Watermark({ text }: { text: string }) {
  const said = text.replace(/[&<>]/g, (sign) => SAFE[sign]!);
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="260"><text x="210" y="130" text-anchor="middle"
    font-family="sans-serif" font-size="16" fill="#1c2a22" opacity="0.1" transform="rotate(-24 210 130)">${said}</text></svg>`;
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed inset-0 z-30"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(drawn)}")` }}
    />
  );
}

const [SOONEST, LATEST] = [60_000, 30 * 60_000];

/** When the time is over by this device's clock, who is at work is asked anew: the server knows, and the desk goes with its answer. */
function useEnd(endsAt: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const left = new Date(endsAt).getTime() - Date.now() + 1000;
    const ask = () => void queries.invalidateQueries({ queryKey: routeKey('GET /me') });
    const timer = setInterval(ask, Math.min(Math.max(left, SOONEST), LATEST));
    return () => clearInterval(timer);
  }, [endsAt, queries]);
}

interface LookingOnProps {
  viewing: NonNullable<Me['viewing']>;
  person: string;
}

/** Above every page while an operator looks on as a supplier: whose desk it is, why, until when, and the way back. */
export function LookingOn({ viewing: { name, reason, endsAt }, person }: LookingOnProps) {
  const t = useT();
  const locale = useLocale();
  const end = useSend('DELETE /me/viewing', { onSuccess: atOtherDesk });
  useEnd(endsAt);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Shanghai', hourCycle: 'h23' });
  return (
    <>
      <section
        aria-label={t('viewing.bar', { name })}
        className="z-50 flex flex-wrap items-center gap-x-6 gap-y-1 border-b-2 border-amber bg-amber-wash px-4 py-2 text-sm sm:px-8 md:sticky md:top-0"
      >
        <div className="min-w-0 grow">
          <p className="flex flex-wrap gap-x-3">
            <strong>{t('viewing.bar', { name })}</strong>
            <span className="numeric text-ink-soft">{t('viewing.until', { time: time.format(new Date(endsAt)) })}</span>
          </p>
          <p className="flex flex-wrap gap-x-6 text-ink-soft">
            <span>
              {t('viewing.reason')}
              {t('list.colon')}
              {reason}
            </span>
            <span>{t('viewing.buttons')}</span>
          </p>
          <Problem problem={end.error} />
        </div>
        <Button look="secondary" size="small" pending={end.isPending} onClick={() => end.mutate({})}>
          {t('viewing.end')}
        </Button>
      </section>
      <Watermark text={t('viewing.mark', { name, person })} />
    </>
  );
}
