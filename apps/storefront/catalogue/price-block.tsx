import { Badge, Money, TextLink, useLocale, formatNumber } from '@xihuo/ui';
import { useBusinessMode } from '../frame/business-mode';
import { useT } from '../words';
import type { Offer, Product } from './offer-picker';

/** What it costs: the pack, what that is for 500 g and for a kilogram, and what the law wants said of the offer. */
export function PriceBlock({ product, offer }: { product: Product; offer: Offer | undefined }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {offer && <Money value={offer.price} size="large" accent />}
        {offer && <span className="text-ink-faint">{offer.pack}</span>}
        {product.soldCount > 0 && (
          <span className="text-sm text-ink-faint">{t('product.sold', { count: product.soldCount })}</span>
        )}
      </p>
      {offer?.unitPrice && (
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <span>
            <Money value={offer.unitPrice.per500g} />
            {t('product.per500g')}
          </span>
          <span>
            <Money value={offer.unitPrice.perKilogram} />
            {t('product.perKilogram')}
          </span>
        </p>
      )}
      {offer && <Labels offer={offer} />}
    </div>
  );
}

function Labels({ offer }: { offer: Offer }) {
  const t = useT();
  const { ownAccount, advertised } = offer.labels;
  const green = offer.certificates.find(({ kind, status }) => kind === 'greenFood' && status !== 'expired');
  const organic = offer.certificates.find(({ kind, status }) => kind === 'organic' && status !== 'expired');
  if (!ownAccount && !advertised && !offer.geographicalIndication && !green && !organic) return null;
  return (
    <p className="flex flex-wrap gap-2">
      {ownAccount && <Badge tone="info">{t('label.ownAccount')}</Badge>}
      {advertised && <Badge tone="attention">{t('label.advertised')}</Badge>}
      {offer.geographicalIndication && <Badge tone="good">{t('product.gi')}</Badge>}
      {green && <Badge tone="good">{t('certificate.greenFood')}</Badge>}
      {organic && <Badge tone="good">{t('certificate.organic')}</Badge>}
    </p>
  );
}

/** What businesses pay, from how many packs on, and in which steps. */
export function TierTable({ offer }: { offer: Offer }) {
  const t = useT();
  const locale = useLocale();
  const { tiers, minimumOrderPacks, orderStepPacks } = offer.wholesale;
  const business = useBusinessMode().on;
  if (tiers.length === 0 && !business) return null;
  return (
    <details open={business} className="rounded-md border border-line bg-surface px-4">
      <summary className="flex min-h-target cursor-pointer items-center font-medium">{t('tiers.title')}</summary>
      <table className="w-full text-sm">
        <thead className="text-start text-ink-faint">
          <tr>
            <th scope="col" className="py-1 text-start font-normal">
              {t('tiers.packs')}
            </th>
            <th scope="col" className="py-1 text-end font-normal">
              {t('tiers.each')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(({ minimumPacks, price }, index) => {
            const next = tiers[index + 1];
            return (
              <tr key={minimumPacks} className="border-t border-line">
                <th scope="row" className="numeric py-2 text-start font-normal">
                  {next
                    ? t('tiers.fromTo', {
                        from: formatNumber(minimumPacks, locale),
                        to: formatNumber(next.minimumPacks - 1, locale),
                      })
                    : t('tiers.from', { from: formatNumber(minimumPacks, locale) })}
                </th>
                <td className="py-2 text-end">
                  <Money value={price} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="pb-3 text-sm text-ink-faint">
        {t('tiers.rule', { minimum: minimumOrderPacks, step: orderStepPacks })}{' '}
        <TextLink to="/business">{t('tiers.door')}</TextLink>
      </p>
    </details>
  );
}
