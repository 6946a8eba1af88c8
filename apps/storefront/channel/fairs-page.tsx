import { usePages, type Output } from '@xihuo/ui';
import { Listing } from '../admission/reading';
import { Origin } from '../catalogue/origin';
import { useName } from '../catalogue/use-name';
import { PictureTile } from '../pictures/picture-tile';
import { useT } from '../words';
import { ChannelPage } from './channel-page';
import { Days, PhaseBadge } from './marks';

type Fair = Output<'GET /fairs'>['data'][number];

function FairTile({ fair }: { fair: Fair }) {
  const t = useT();
  const name = useName();
  return (
    <PictureTile to={`/fairs/${fair.slug}`} scene={{ door: 'fairs' }} height="h-28">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-lg font-semibold group-hover:text-green">{name(fair.name)}</span>
        <PhaseBadge phase={fair.phase} cancelled={fair.cancelledWhy !== null} />
      </span>
      <span className="text-sm text-ink-soft">
        {t(`fair.kind.${fair.kind}`)} · <Days from={fair.startsOn} to={fair.endsOn} />
      </span>
      <span className="text-sm text-ink-soft">
        <Origin origin={fair.region} /> · <span lang="zh-CN">{fair.place}</span>
      </span>
      <span className="mt-auto pt-1 text-sm text-ink-faint">
        {t('fair.exhibitorCount', { count: fair.exhibitors })}
      </span>
    </PictureTile>
  );
}

/** Exhibitions, expos and trade talks: what runs and what comes by the day it starts, then what was. */
export function FairsPage() {
  const t = useT();
  const query = usePages('GET /fairs', {});
  return (
    <ChannelPage title={t('nav.fairs')} lead={t('fair.lead')}>
      <Listing query={query} empty={{ title: t('fair.none'), text: t('channel.noneText') }}>
        {(fairs) => (
          <ul className="grid gap-3 sm:grid-cols-2">
            {fairs.map((fair) => (
              <li key={fair.slug}>
                <FairTile fair={fair} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </ChannelPage>
  );
}
