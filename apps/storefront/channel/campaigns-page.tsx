import { usePages, type Output } from '@xihuo/ui';
import { Listing } from '../admission/reading';
import { shortProvince } from '../catalogue/origin';
import { useName } from '../catalogue/use-name';
import { PictureTile } from '../pictures/picture-tile';
import { useT } from '../words';
import { ChannelPage } from './channel-page';
import { Days, PhaseBadge } from './marks';

type Campaign = Output<'GET /campaigns'>['data'][number];
const PHASES = ['running', 'coming', 'over'] as const;

/** 江苏 – 青海 · 苏青协作: names of provinces stay Chinese, as on the map. */
export function Pair({ campaign }: { campaign: Pick<Campaign, 'east' | 'west' | 'nickname'> }) {
  return (
    <span lang="zh-CN">
      {shortProvince(campaign.east.name)} – {shortProvince(campaign.west.name)}
      {campaign.nickname && ` · ${campaign.nickname}`}
    </span>
  );
}

function CampaignTile({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const name = useName();
  return (
    <PictureTile to={`/campaigns/${campaign.slug}`} scene={{ region: campaign.west.code }} height="h-28">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-lg font-semibold group-hover:text-green">{name(campaign.name)}</span>
        <PhaseBadge phase={campaign.phase} cancelled={campaign.cancelledWhy !== null} />
      </span>
      <span className="text-sm text-ink-soft">
        <Days from={campaign.startsOn} to={campaign.endsOn} />
      </span>
      <span className="text-sm text-ink-soft">
        <Pair campaign={campaign} />
      </span>
      <span className="mt-auto pt-1 text-sm text-ink-faint">
        {t('campaign.hostedBy', { name: shortProvince(campaign.host.name) })} ·{' '}
        {t('venue.products', { count: campaign.products })}
      </span>
    </PictureTile>
  );
}

/** The calendar of West-goods-East campaigns: what runs now first, then what comes, then what was. */
export function CampaignsPage() {
  const t = useT();
  const query = usePages('GET /campaigns', {});
  return (
    <ChannelPage title={t('nav.campaigns')} lead={t('campaign.lead')}>
      <Listing query={query} empty={{ title: t('campaign.none'), text: t('channel.noneText') }}>
        {(campaigns) => (
          <div className="flex flex-col gap-8">
            {PHASES.map((phase) => ({ phase, list: campaigns.filter((one) => one.phase === phase) }))
              .filter(({ list }) => list.length > 0)
              .map(({ phase, list }) => (
                <section key={phase} aria-labelledby={`phase-${phase}`}>
                  <h2 id={`phase-${phase}`} className="mb-3 text-xl">
                    {t(`phase.${phase}`)}
                  </h2>
                  <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
                    {list.map((campaign) => (
                      <li key={campaign.slug}>
                        <CampaignTile campaign={campaign} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
          </div>
        )}
      </Listing>
    </ChannelPage>
  );
}
