import { Card, formatBasisPoints, formatMoney, useLocale, type Output } from '@xihuo/ui';
import type { Category } from '../catalogue/categories';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';

type Discount = Output<'GET /campaigns/{slug}'>['discounts'][number];

/** ¥199 where no fen are: 199.00 on a slogan reads like a bill. */
const round = (value: NonNullable<Discount['threshold']>) => formatMoney(value).replace(/\.00$/, '');

function useTerms(): (discount: Discount) => string {
  const t = useT();
  const locale = useLocale();
  return ({ kind, percentBp, threshold, reduction }) => {
    if (kind === 'percentOff') return t('discount.percentOff', { share: formatBasisPoints(percentBp ?? 0, locale) });
    if (!threshold || !reduction) return '';
    return t('discount.fullReduction', { threshold: round(threshold), reduction: round(reduction) });
  };
}

/** 平台出资 60%，供应商出资 40%: who pays, and how much of it, in a sentence. */
function useFunders(): (funders: Discount['funders']) => string {
  const t = useT();
  const locale = useLocale();
  return (funders) =>
    funders
      .map(({ kind, organisation, shareBp }) =>
        t('discount.funder', {
          who: kind === 'organisation' ? (organisation?.name ?? '') : t(`discount.by.${kind}`),
          share: formatBasisPoints(shareBp, locale),
        }),
      )
      .join(locale === 'en' ? ', ' : '，');
}

export function Discounts({ discounts }: { discounts: readonly Discount[] }) {
  const t = useT();
  const name = useName();
  const terms = useTerms();
  const funders = useFunders();
  return (
    <Card title={t('discount.title')}>
      {discounts.length === 0 && <p className="text-ink-soft">{t('discount.none')}</p>}
      <ul className="divide-y divide-line">
        {discounts.map((discount) => (
          <li key={discount.id} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold">{name(discount.name)}</span>
              <span className="text-cinnabar">{terms(discount)}</span>
              <span className="text-sm text-ink-faint">
                {discount.category
                  ? t('discount.onlyCategory', { name: t(`category.${discount.category as Category}`) })
                  : t('discount.everything')}
              </span>
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              {t('discount.whoPays')} {funders(discount.funders)}
            </p>
          </li>
        ))}
      </ul>
      {discounts.length > 0 && <p className="mt-3 text-sm text-ink-faint">{t('discount.whole')}</p>}
    </Card>
  );
}
