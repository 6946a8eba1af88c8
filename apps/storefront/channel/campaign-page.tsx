import { Card, EmptyState, Facts, LinkButton, Notice, TextLink, useApi, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { shortProvince } from '../catalogue/origin';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { PageTitle } from '../frame/page-title';
import { Scene } from '../pictures/scene';
import { useT } from '../words';
import { Pair } from './campaigns-page';
import { Discounts } from './discounts';
import { Days, PhaseBadge } from './marks';
import { PagedGoods } from './paged-goods';
import { Grey } from './reading';
import { ByList } from './by-list';
import { CampaignResults } from './results';

type Campaign = Output<'GET /campaigns/{slug}'>;

function Goods({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const running = campaign.phase === 'running' && campaign.cancelledWhy === null;
  return (
    <section aria-labelledby="goods">
      <h2 id="goods" className="mb-3 text-xl">
        {t('campaign.products', { count: campaign.total })}
      </h2>
      {campaign.products.length === 0 ? (
        <EmptyState title={t('campaign.noProducts')}>{t('campaign.noProductsText')}</EmptyState>
      ) : (
        <PagedGoods
          route="GET /campaigns/{slug}/products"
          slug={campaign.slug}
          first={campaign.products}
          total={campaign.total}
          via={running ? { campaign: campaign.slug } : undefined}
        />
      )}
    </section>
  );
}

function CampaignView({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const name = useName();
  return (
    <div className="page flex flex-col gap-6">
      <div>
        <p className="-mb-5 pt-3">
          <TextLink to="/campaigns">← {t('nav.campaigns')}</TextLink>
        </p>
        <PageTitle lead={<PhaseBadge phase={campaign.phase} cancelled={campaign.cancelledWhy !== null} />}>
          {name(campaign.name)}
        </PageTitle>
        {campaign.cancelledWhy !== null && (
          <Notice tone="attention" title={t('phase.cancelled')}>
            <p lang="zh-CN">{campaign.cancelledWhy}</p>
          </Notice>
        )}
      </div>
      <div className="grid items-start gap-5 md:grid-cols-2 lg:grid-cols-3">
        <Scene
          of={{ region: campaign.west.code }}
          className="h-36 rounded-lg md:max-lg:col-span-2 md:max-lg:h-64 lg:aspect-video lg:h-auto"
        />
        <Card>
          {name(campaign.story) && <p className="mb-4 whitespace-pre-line">{name(campaign.story)}</p>}
          <Facts
            facts={[
              { term: t('campaign.days'), detail: <Days from={campaign.startsOn} to={campaign.endsOn} /> },
              { term: t('campaign.pair'), detail: <Pair campaign={campaign} /> },
              {
                term: t('campaign.host'),
                detail: <span lang="zh-CN">{shortProvince(campaign.host.name)}</span>,
              },
            ]}
          />
        </Card>
        <Discounts discounts={campaign.discounts} />
      </div>
      <Goods campaign={campaign} />
      {campaign.phase === 'running' && campaign.cancelledWhy === null && <ByList via={{ campaign: campaign.slug }} />}
      <CampaignResults slug={campaign.slug} />
    </div>
  );
}

export function CampaignPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const campaign = useApi('GET /campaigns/{slug}', { params: { slug } });
  if (campaign.data) return <CampaignView campaign={campaign.data} />;
  if (campaign.isPending)
    return (
      <div className="page pt-8">
        <Grey />
      </div>
    );
  return (
    <PageFailed
      problem={campaign.error}
      missing={t('campaign.missing')}
      action={<LinkButton to="/campaigns">{t('nav.campaigns')}</LinkButton>}
      onRetry={() => void campaign.refetch()}
    />
  );
}
