import { formatDate, useApi, useLocale, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { Scene } from '../pictures/scene';
import { useT } from '../words';
import { shortProvince } from './origin';
import { useName } from './use-name';

type Campaign = Output<'GET /campaigns'>['data'][number];

/** The server names what runs and comes first; of these a few may have been called off. */
const LOOKED_AT = 4;

/** The campaign that runs, or else the next one: whose, until when, and how many goods take part. */
export function HomeCampaign() {
  const { data } = useApi('GET /campaigns', { query: { limit: LOOKED_AT } });
  const campaign = data?.data.find(({ phase, cancelledWhy }) => phase !== 'over' && cancelledWhy === null);
  return campaign ? <Shown campaign={campaign} /> : null;
}

function Shown({ campaign }: { campaign: Campaign }) {
  const t = useT();
  const locale = useLocale();
  const name = useName();
  const running = campaign.phase === 'running';
  return (
    <section aria-label={t(running ? 'home.campaignNow' : 'home.campaignNext')}>
      <Link
        to={`/campaigns/${campaign.slug}`}
        className="group grid overflow-hidden rounded-lg border border-line bg-surface transition-shadow hover:shadow-raised sm:grid-cols-[minmax(0,2fr)_3fr]"
      >
        <Scene of={{ region: campaign.west.code }} className="h-32 sm:h-full sm:min-h-40" />
        <span className="flex flex-col gap-1 p-4 sm:p-6">
          <span className="text-sm font-medium text-cinnabar">
            {running
              ? t('home.campaignUntil', { day: formatDate(campaign.endsOn, locale) })
              : t('home.campaignFrom', { day: formatDate(campaign.startsOn, locale) })}
          </span>
          <span className="text-xl font-semibold group-hover:text-green">{name(campaign.name)}</span>
          <span className="text-sm text-ink-soft">
            <span lang="zh-CN">
              {shortProvince(campaign.west.name)} → {shortProvince(campaign.east.name)}
            </span>
            {campaign.products > 0 && ` · ${t('home.campaignGoods', { count: campaign.products })}`}
          </span>
        </span>
      </Link>
    </section>
  );
}
