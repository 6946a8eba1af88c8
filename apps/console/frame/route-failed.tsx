import { Button } from '@xihuo/ui';
import { useT } from '../words';

/** A page's chunk did not come (offline, or a new version is out): say so and offer the one thing that helps. */
export function RouteFailed() {
  const t = useT();
  return (
    <main role="alert" className="page flex flex-col items-center gap-4 py-20 text-center">
      <h1 className="text-xl">{t('routeFailed.title')}</h1>
      <p className="text-ink-soft">{t('routeFailed.text')}</p>
      <Button onClick={() => window.location.reload()}>{t('routeFailed.reload')}</Button>
    </main>
  );
}
