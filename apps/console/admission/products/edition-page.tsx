import { Card, Facts, useApi, useLocale } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import type { Edition } from './edition';
import { EditionActs } from './edition-acts';
import { Departures, Exclusions } from './edition-changes';
import { EditionDownloads } from './edition-downloads';
import { ComingEntries, PublishedEntries } from './edition-entries';
import { EditionBadge } from './states';

/** One edition: as it would be published now while it is a draft, as it was published ever after. */
export function EditionPage() {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { number = '' } = useParams();
  const query = useApi('GET /admission/editions/{number}', { params: { number } });
  return (
    <Page
      title={query.data?.title[language] || t('editions.nth', { number })}
      lead={query.data?.note[language]}
      back={{ to: '/admission/editions', word: t('menu.editions') }}
      history={{ kind: 'edition', id: number }}
    >
      <Whole query={query}>
        {(edition) => (
          <div className="flex flex-col gap-6">
            <div className="grid items-start gap-5 md:grid-cols-[minmax(0,1fr)_20rem]">
              <Sides edition={edition} />
              {edition.state === 'published' ? (
                <EditionDownloads number={edition.number} />
              ) : (
                <EditionActs edition={edition} />
              )}
            </div>
            {edition.state === 'draft' ? (
              <ComingEntries edition={edition} />
            ) : (
              <PublishedEntries number={edition.number} />
            )}
            <Departures edition={edition} />
            <Exclusions edition={edition} />
          </div>
        )}
      </Whole>
    </Page>
  );
}

function Sides({ edition }: { edition: Edition }) {
  const t = useT();
  return (
    <Card title={t('edition.facts')}>
      <Facts
        facts={[
          { term: t('editions.number'), detail: t('editions.nth', { number: edition.number }) },
          { term: t('list.state'), detail: <EditionBadge state={edition.state} /> },
          { term: t('editions.entries'), detail: edition.entries },
          { term: t('edition.arrivals'), detail: edition.arrivals },
          { term: t('edition.departures'), detail: edition.departures.length },
          { term: t('edition.draftedBy'), detail: edition.draftedBy },
          { term: t('edition.draftedAt'), detail: <Moment value={edition.draftedAt} /> },
          ...(edition.publishedAt
            ? [
                { term: t('edition.publishedBy'), detail: edition.publishedBy },
                { term: t('edition.publishedAt'), detail: <Moment value={edition.publishedAt} /> },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
