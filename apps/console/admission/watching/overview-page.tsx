import { Card, useApi, type Output } from '@xihuo/ui';
import { Tile } from '../../frame/tile';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { WatchPage } from './frame';

type Overview = Output<'GET /admission/watching'>;
type Count = Exclude<keyof Overview, 'asOf' | 'overdueAppeals'>;

const AT = '/admission/watching';
/** First what only people can end, and what has a day by which to end it. */
const TO_DECIDE: readonly (readonly [Count, string])[] = [
  ['openAppeals', `${AT}/appeals`],
  ['proposals', `${AT}/cases?state=proposed`],
  ['reportedRectifications', `${AT}/measures?kind=rectification`],
  ['openCases', `${AT}/cases?state=open`],
  ['answeredRechecks', `${AT}/rechecks`],
  ['certificatesToVerify', `${AT}/certificates`],
  ['openSamples', `${AT}/spot-checks?state=drawn`],
];
const IN_SIGHT: readonly (readonly [Count, string])[] = [
  ['certificatesEnding', `${AT}/certificates?view=ending30`],
  ['runningExits', `${AT}/exits?state=running`],
];

function Tiles({ of, overview }: { of: typeof TO_DECIDE; overview: Overview }) {
  const t = useT();
  const overdue = overview.overdueAppeals;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {of.map(([name, to]) => (
        <Tile
          key={name}
          count={overview[name]}
          title={t(`watching.${name}`)}
          text={t(`watching.${name}.text`)}
          to={to}
          urgent={name === 'openAppeals' && overdue > 0 ? t('watching.overdueAppeals', { count: overdue }) : null}
        />
      ))}
    </div>
  );
}

/** What waits for people in the own jurisdiction, and what is coming. */
export function OverviewPage() {
  const t = useT();
  const query = useApi('GET /admission/watching', {});
  return (
    <WatchPage title={t('menu.watching')} lead={t('watching.lead')}>
      <Whole query={query}>
        {(overview) => (
          <div className="flex flex-col gap-8">
            <section aria-labelledby="to-decide">
              <h2 id="to-decide" className="mb-3 text-lg">
                {t('watching.toDecide')}
              </h2>
              <Tiles of={TO_DECIDE} overview={overview} />
            </section>
            <section aria-labelledby="in-sight">
              <h2 id="in-sight" className="mb-3 text-lg">
                {t('watching.inSight')}
              </h2>
              <Tiles of={IN_SIGHT} overview={overview} />
            </section>
            <Card title={t('watching.rules')}>
              <ul className="list-disc ps-5 text-ink-soft">
                <li>{t('watching.rule.machine')}</li>
                <li>{t('watching.rule.heard')}</li>
                <li>{t('watching.rule.appeal')}</li>
              </ul>
            </Card>
          </div>
        )}
      </Whole>
    </WatchPage>
  );
}
