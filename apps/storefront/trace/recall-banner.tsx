import { formatDate, LinkButton, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../use-t';

type Lot = Output<'GET /lots/{code}'>;

/** What somebody with the pack in hand must know first: what is wrong, and what to do with it. */
export function RecallBanner({ recall, code }: { recall: NonNullable<Lot['recall']>; code: string }) {
  const t = useT();
  const locale = useLocale();
  const harmless = recall.class === 3;
  return (
    <section
      aria-labelledby="recall"
      className="mb-5 rounded-lg border-2 border-cinnabar bg-cinnabar-wash p-5 print:border"
    >
      <h2 id="recall" className="text-xl text-cinnabar-deep">
        {t('lot.recallTitle')}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">
        {t('lot.recallOn', { date: formatDate(recall.openedOn, locale) })} · {t(`lot.recallClass${recall.class}`)}
      </p>
      <p lang="zh-CN" className="mt-3 whitespace-pre-line">
        {recall.notice}
      </p>
      <h3 className="mt-4 font-semibold">{t('lot.recallWhat')}</h3>
      <ol className="mt-1 list-decimal ps-6">
        {!harmless && <li>{t('lot.recallStop')}</li>}
        <li>{t('lot.recallKeep', { code })}</li>
        <li>{t(harmless ? 'lot.recallLabel' : 'lot.recallRefund')}</li>
      </ol>
      {recall.closedOn && (
        <p className="mt-3 text-ink-soft">
          {t('lot.recallClosed', { date: formatDate(recall.closedOn, locale), result: recall.result ?? '' })}
        </p>
      )}
      <p className="mt-4 print:hidden">
        <LinkButton to="/orders" look="danger">
          {t('lot.recallOrders')}
        </LinkButton>
      </p>
    </section>
  );
}
