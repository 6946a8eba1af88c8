import { Facts } from '@xihuo/ui';
import { useT } from '../words';

/** Of all of China, to the end of November 2023; in a box of their own and in no picture, since nothing of ours is on their scale. */
export function PublicFigures() {
  const t = useT();
  return (
    <aside aria-labelledby="public-figures" className="mt-6 rounded-lg border border-dashed border-line-strong p-5">
      <h2 id="public-figures" className="text-lg">
        {t('outcome.public.title')}
      </h2>
      <p className="mt-1 mb-3 max-w-[52em] text-sm text-ink-soft">{t('outcome.public.text')}</p>
      <Facts
        facts={(['sold', 'aid', 'parks', 'firms'] as const).map((name) => ({
          term: t(`outcome.public.${name}`),
          detail: <span className="numeric">{t(`outcome.public.${name}Figure`)}</span>,
        }))}
      />
      <p className="mt-3 text-sm text-ink-soft">{t('outcome.public.source')}</p>
    </aside>
  );
}
