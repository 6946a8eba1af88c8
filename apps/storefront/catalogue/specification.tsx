import { Badge, Button, Card, classes, Facts, formatDate, TextLink, useLocale, type Fact, type Tone } from '@xihuo/ui';
import { useState } from 'react';
import { useInBrowser } from '../frame/use-in-browser';
import { useT } from '../words';
import { CertificatePicture } from './later-parts';
import type { Offer, Product } from './offer-picker';
import { useName } from './use-name';

/** The three registers that protect a place's name; a fourth of tomorrow is shown as it is written. */
const giKinds = ['地理标志保护产品', '地理标志商标', '农产品地理标志'] as const;
const isKnownKind = (kind: string): kind is (typeof giKinds)[number] => giKinds.some((known) => known === kind);

export function Specification({ product, offer }: { product: Product; offer: Offer | undefined }) {
  const t = useT();
  const locale = useLocale();
  const name = useName();
  const kindName = (kind: string) => (isKnownKind(kind) ? t(`gi.${kind}`) : kind);
  const note = offer ? name(offer.words.storageNote) : '';
  const facts: (Fact | false | undefined)[] = [
    { term: t('spec.category'), detail: t(`category.${product.category}`) },
    offer && { term: t('spec.netContent'), detail: offer.pack },
    ...(offer?.options ?? []).map(({ name: term, value }) => ({ term, detail: value })),
    {
      term: t('spec.origin'),
      detail: (
        <TextLink lang="zh-CN" to={`/products?region=${product.origin.code}`}>
          {`${product.origin.provinceName} ${product.origin.name}`}
        </TextLink>
      ),
    },
    product.shelfLifeDays !== null && {
      term: t('spec.shelfLife'),
      detail: t('spec.days', { count: product.shelfLifeDays }),
    },
    offer?.words.minimumRemainingDays != null && {
      term: t('spec.remaining'),
      detail: t('spec.remainingDays', { count: offer.words.minimumRemainingDays }),
    },
    {
      term: t('spec.storage'),
      detail: note ? `${t(`storage.${product.storage}`)} · ${note}` : t(`storage.${product.storage}`),
    },
    offer?.articleNumber != null && { term: t('spec.article'), detail: offer.articleNumber },
    offer?.gtin != null && { term: t('spec.gtin'), detail: <span className="numeric">{offer.gtin}</span> },
    product.geographicalIndication !== null &&
      offer?.geographicalIndication && {
        term: t('product.gi'),
        detail: (
          <>
            {product.geographicalIndication.kinds.map(kindName).join(locale === 'en' ? ', ' : '、')}{' '}
            <a
              className="touch text-green underline underline-offset-4"
              href={product.geographicalIndication.source}
              rel="noreferrer noopener"
              target="_blank"
            >
              {t('spec.source')}
            </a>
          </>
        ),
      },
  ];
  return (
    <Card title={t('spec.title')}>
      <Facts facts={facts.filter((fact): fact is Fact => !!fact)} />
    </Card>
  );
}

/** Of Beijing, which is eight hours ahead. */
const presentMonth = () => new Date(Date.now() + 8 * 3_600_000).getUTCMonth() + 1;

const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The year in twelve fields; the present month is outlined, the harvest filled and said in words. */
export function SeasonCalendar({ months }: { months: readonly number[] }) {
  const t = useT();
  const locale = useLocale();
  // By the reader's clock, which is not the server's: it comes a moment after a drawn page.
  const inBrowser = useInBrowser();
  const now = inBrowser ? presentMonth() : null;
  if (months.length === 0) return null;
  const isNow = now !== null && months.includes(now);
  return (
    <Card
      title={t('season.title')}
      aside={
        now !== null && (
          <Badge tone={isNow ? 'good' : 'neutral'}>
            {t(months.length === 12 ? 'spec.allYear' : isNow ? 'season.now' : 'season.notNow')}
          </Badge>
        )
      }
    >
      <ol className="grid grid-cols-6 gap-1.5 max-sm:in-data-elder:grid-cols-4 lg:grid-cols-12">
        {MONTHS.map((month) => {
          const isSeason = months.includes(month);
          return (
            <li
              key={month}
              aria-current={month === now ? 'date' : undefined}
              className={classes(
                'rounded-sm py-2 text-center text-xs whitespace-nowrap',
                isSeason ? 'bg-green-wash font-semibold text-green' : 'bg-sunken text-ink-soft',
                month === now && 'ring-2 ring-green',
              )}
            >
              {locale === 'en' ? SHORT[month - 1] : `${month}月`}
              <span className="sr-only">{t(isSeason ? 'season.harvest' : 'season.none')}</span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

const TONES: Record<Offer['certificates'][number]['status'], Tone> = {
  valid: 'good',
  expiring: 'attention',
  expired: 'bad',
};

/** Verified papers with their term; one that has expired stays in the list and carries no mark any more. */
export function Certificates({ offer }: { offer: Offer }) {
  const t = useT();
  const locale = useLocale();
  const [shown, setShown] = useState<{ id: string; kind: Offer['certificates'][number]['kind'] } | null>(null);
  return (
    <Card title={t('certificate.title')}>
      {offer.certificates.length === 0 ? (
        <p className="text-ink-faint">{t('certificate.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {offer.certificates.map(({ kind, number, issuer, pictureId, validUntil, status }) => (
            <li key={`${kind} ${number} ${validUntil}`} className="py-2.5 first:pt-0">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="font-medium">{t(`certificate.${kind}`)}</span>
                <Badge tone={TONES[status]}>{t(`certificate.${status}`)}</Badge>
              </p>
              <p lang="zh-CN" className="text-sm break-all text-ink-soft">
                {number}
              </p>
              {issuer && <p className="text-sm text-ink-soft">{t('certificate.issuer', { issuer })}</p>}
              {validUntil !== null && (
                <p className="text-sm text-ink-faint">
                  {t('certificate.until', { date: formatDate(validUntil, locale) })}
                </p>
              )}
              {pictureId && (
                <Button look="quiet" size="small" className="-ms-3" onClick={() => setShown({ kind, id: pictureId })}>
                  {t('certificate.look')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown && (
        <CertificatePicture id={shown.id} title={t(`certificate.${shown.kind}`)} onClose={() => setShown(null)} />
      )}
    </Card>
  );
}
