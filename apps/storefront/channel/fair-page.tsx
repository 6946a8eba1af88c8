import { Button, Card, EmptyState, Facts, LinkButton, Notice, TextLink, useApi, type Output } from '@xihuo/ui';
import { formatDate, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Origin } from '../catalogue/origin';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { LeadDialog } from './lead-form';
import { Days, PhaseBadge } from './marks';
import { Grey } from './reading';
import { FairResults } from './results';
import { productHref } from './via';

type Fair = Output<'GET /fairs/{slug}'>;
export type Exhibitor = Fair['exhibitors'][number];

function ExhibitorCard({ exhibitor, onAsk }: { exhibitor: Exhibitor; onAsk: (() => void) | null }) {
  const t = useT();
  const name = useName();
  const { supplier, booth, products } = exhibitor;
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <TextLink lang="zh-CN" className="font-semibold" to={`/suppliers/${supplier.id}`}>
          {supplier.name}
        </TextLink>
        <span className="text-sm text-ink-soft">{booth ? t('fair.booth', { booth }) : t('fair.boothLater')}</span>
      </p>
      <p lang="zh-CN" className="-mt-2 text-sm text-ink-faint">
        {supplier.countyName}
      </p>
      <ul className="flex flex-wrap gap-x-4">
        {products.map((product) => (
          <li key={product.id}>
            <TextLink className="text-sm" to={productHref(product.slug, undefined, supplier.id)}>
              {name(product.name)}
            </TextLink>
          </li>
        ))}
      </ul>
      {onAsk && (
        <Button
          look="secondary"
          size="small"
          className="mt-auto self-start"
          aria-label={t('lead.askOf', { name: supplier.name })}
          onClick={onAsk}
        >
          {t('lead.ask')}
        </Button>
      )}
    </li>
  );
}

function FairView({ fair }: { fair: Fair }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const [asked, setAsked] = useState<Exhibitor | null>(null);
  const open = fair.phase !== 'over' && fair.cancelledWhy === null;
  return (
    <div className="page flex flex-col gap-6">
      <div>
        <p className="-mb-5 pt-3">
          <TextLink to="/fairs">← {t('nav.fairs')}</TextLink>
        </p>
        <PageTitle lead={<PhaseBadge phase={fair.phase} cancelled={fair.cancelledWhy !== null} />}>
          {name(fair.name)}
        </PageTitle>
        {fair.cancelledWhy !== null && (
          <Notice tone="attention" title={t('phase.cancelled')}>
            <p lang="zh-CN">{fair.cancelledWhy}</p>
          </Notice>
        )}
      </div>
      <Card>
        {name(fair.story) && <p className="mb-4 whitespace-pre-line">{name(fair.story)}</p>}
        <Facts
          facts={[
            { term: t('fair.kind'), detail: t(`fair.kind.${fair.kind}`) },
            { term: t('campaign.days'), detail: <Days from={fair.startsOn} to={fair.endsOn} /> },
            {
              term: t('fair.place'),
              detail: (
                <>
                  <Origin origin={fair.region} /> <span lang="zh-CN">{fair.place}</span>
                </>
              ),
            },
            { term: t('fair.signUpBy'), detail: formatDate(fair.signUpBy, locale) },
          ]}
        />
      </Card>
      <section aria-labelledby="exhibitors">
        <h2 id="exhibitors" className="text-xl">
          {t('fair.exhibitors', { count: fair.exhibitors.length })}
        </h2>
        {open && fair.exhibitors.length > 0 && <p className="mt-1 text-ink-soft">{t('lead.lead')}</p>}
        {fair.exhibitors.length === 0 && (
          <EmptyState title={t('fair.noExhibitors')}>{t('fair.noExhibitorsText')}</EmptyState>
        )}
        <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {fair.exhibitors.map((exhibitor) => (
            <ExhibitorCard
              key={exhibitor.supplier.id}
              exhibitor={exhibitor}
              onAsk={open ? () => setAsked(exhibitor) : null}
            />
          ))}
        </ul>
      </section>
      {fair.phase !== 'coming' && <FairResults slug={fair.slug} />}
      {asked && <LeadDialog slug={fair.slug} exhibitor={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

export function FairPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const fair = useApi('GET /fairs/{slug}', { params: { slug } });
  if (fair.data) return <FairView fair={fair.data} />;
  if (fair.isPending)
    return (
      <div className="page pt-8">
        <Grey />
      </div>
    );
  return (
    <PageFailed
      problem={fair.error}
      missing={t('fair.missing')}
      action={<LinkButton to="/fairs">{t('nav.fairs')}</LinkButton>}
      onRetry={() => void fair.refetch()}
    />
  );
}
