import { formatDate, useLocale, usePages } from '@xihuo/ui';
import { formatJin } from './figures';
import { BigButton } from './pieces';
import { useT } from './words';

/** Brought and confirmed, and owed by no agreement yet: what is missing, in a sentence. */
export function Held({ householdId }: { householdId: string }) {
  const t = useT();
  const locale = useLocale();
  const held = usePages('GET /me/held-deliveries', { query: { household: householdId } });
  if (!held.rows || held.rows.length === 0) return null;
  return (
    <section aria-labelledby="held">
      <h2 id="held" className="mb-1 text-xl">
        {t('farmer.held')}
      </h2>
      <p className="mb-3 text-base text-ink-soft">{t('farmer.heldText')}</p>
      <ul className="flex flex-col gap-3">
        {held.rows.map((row) => (
          <li key={row.id} className="rounded-lg border-s-4 border-amber bg-amber-wash p-4">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-semibold" lang="zh-CN">
                {row.product.name}
              </span>
              <span className="numeric">{formatJin(row.grams, locale)}</span>
            </p>
            <p className="text-base">
              {formatDate(row.deliveredOn, locale)} · <span lang="zh-CN">{row.supplier.name}</span>
            </p>
            <p className="text-base">{locale === 'en' ? row.why.en : row.why.zh}</p>
          </li>
        ))}
      </ul>
      {held.hasNextPage && (
        <BigButton look="secondary" wide pending={held.isFetchingNextPage} onClick={() => void held.fetchNextPage()}>
          {t('list.more')}
        </BigButton>
      )}
    </section>
  );
}
