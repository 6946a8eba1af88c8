import { useApi } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { useT } from '../words';

/** The server's clock minus this device's: deadlines count by the server, whatever the phone believes. */
function useServerOffset(): number | null {
  const instance = useApi('GET /instance', {}, { staleTime: Infinity });
  if (!instance.data) return null;
  return new Date(instance.data.now).getTime() - instance.dataUpdatedAt;
}

/** Time left to pay, to the second; the minute alone is read out, and only when it changes. */
export function Countdown({ until }: { until: string }) {
  const t = useT();
  const offset = useServerOffset();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (offset === null) return null;
  const left = Math.max(0, Math.floor((new Date(until).getTime() - now - offset) / 1000));
  if (left === 0) return <span>{t('pay.timeUp')}</span>;
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(Math.floor(left / 3600))}:${two(Math.floor((left % 3600) / 60))}:${two(left % 60)}`;
  return (
    <span>
      <span aria-hidden className="numeric">
        {t('pay.timeLeft', { time: clock })}
      </span>
      <span className="sr-only">{t('pay.minutesLeft', { count: Math.ceil(left / 60) })}</span>
    </span>
  );
}
