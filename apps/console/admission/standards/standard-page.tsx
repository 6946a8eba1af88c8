import { Badge, Card, Facts, Notice, TextLink, useApi, useLocale, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Waiting, Whole } from '../../frame/whole';
import { Day, Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { StandardComments } from './comments';
import { CriteriaList } from './criteria-list';
import { StandardEditor } from './standard-editor';
import { StandardActs } from './standard-acts';
import { StandardDifferences } from './standard-diff';
import { StandardBadge } from './standards-page';
import type { Standard } from './standard';

type PublicStandard = Output<'GET /standards/{standard}'>;

/** A version of the standard: as a draft where it was drafted here, as it was published otherwise. */
export function StandardPage() {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { standard = '' } = useParams();
  const draft = useApi('GET /admission/standards/{standard}', { params: { standard } });
  const isNoDraft = draft.error?.status === 404;
  const published = useApi(
    'GET /standards/{standard}',
    { params: { standard } },
    { enabled: isNoDraft || draft.data?.state === 'published' },
  );
  const shown = draft.data ?? published.data;
  return (
    <Page
      title={shown ? titled(shown.title[language], standard) : t('standard.title', { standard })}
      lead={shown?.summary[language]}
      back={{ to: '/admission/standards', word: t('menu.standards') }}
      history={{ kind: 'standard', id: standard }}
    >
      {isNoDraft ? (
        <Whole query={published}>
          {(version) => (
            <Columns sides={<PublishedSides version={version} />}>
              <CriteriaList criteria={version.list} />
              <StandardDifferences standard={standard} criteria={version.list} />
            </Columns>
          )}
        </Whole>
      ) : (
        <Whole query={draft}>{(version) => <Drafted draft={version} published={published.data} />}</Whole>
      )}
      {isNoDraft && published.isLoading && <Waiting />}
    </Page>
  );
}

/** Many a title names its version already. */
function titled(title: string, standard: string): string {
  return title.includes(standard) ? title : `${title} ${standard}`;
}

function Columns({ sides, children }: { sides: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
      <div className="flex flex-col gap-5 max-lg:order-first">{sides}</div>
    </div>
  );
}

function Drafted({ draft, published }: { draft: Standard; published: PublicStandard | undefined }) {
  const mayEdit = hasRole(useMe(), ['operator']) && draft.state === 'draft';
  return (
    <Columns
      sides={
        <>
          <DraftSides draft={draft} />
          {published && <PublishedSides version={published} />}
        </>
      }
    >
      <Next draft={draft} />
      <StandardDifferences standard={draft.standard} criteria={draft.criteria} />
      <StandardComments draft={draft} />
      {mayEdit ? <StandardEditor key={draft.standard} draft={draft} /> : <CriteriaList criteria={draft.criteria} />}
    </Columns>
  );
}

/** What keeps it from the public, or what comes next. */
function Next({ draft }: { draft: Standard }) {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  if (draft.faults.length > 0 && draft.state !== 'withdrawn') {
    return (
      <Notice tone="attention" title={t('standard.faults')}>
        <ul className="list-disc ps-5">
          {draft.faults.map((fault, index) => (
            <li key={index}>{fault.sentence[language]}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Notice tone={draft.state === 'published' ? 'good' : 'info'} title={t(`standardNext.${draft.state}`)}>
      {draft.withdrawReason}
    </Notice>
  );
}

function DraftSides({ draft }: { draft: Standard }) {
  const t = useT();
  return (
    <Card title={t('standard.draft')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <StandardBadge state={draft.state} /> },
          { term: t('edition.draftedBy'), detail: draft.draftedBy.name },
          { term: t('edition.draftedAt'), detail: <Moment value={draft.draftedAt} /> },
          { term: t('standard.commentsFrom'), detail: <Day value={draft.commentsFrom} /> },
          { term: t('standards.commentsUntil'), detail: <Day value={draft.commentsUntil} /> },
          { term: t('standard.levels'), detail: <Levels levels={draft.checkLevels} /> },
          { term: t('standard.source'), detail: <span lang="zh-CN">{draft.source}</span> },
        ]}
      />
      <StandardActs draft={draft} />
    </Card>
  );
}

function PublishedSides({ version }: { version: PublicStandard }) {
  const t = useT();
  return (
    <Card title={t('standard.inForce')}>
      <Facts
        facts={[
          {
            term: t('list.state'),
            detail: (
              <Badge tone={version.status === 'inForce' ? 'good' : 'info'}>
                {t(`standardStatus.${version.status}`)}
              </Badge>
            ),
          },
          { term: t('editions.publishedOn'), detail: <Day value={version.publishedOn} /> },
          { term: t('standards.from'), detail: <Day value={version.effectiveFrom} /> },
          ...(version.effectiveTo ? [{ term: t('standards.to'), detail: <Day value={version.effectiveTo} /> }] : []),
          { term: t('standard.levels'), detail: <Levels levels={version.checkLevels} /> },
          { term: t('standard.source'), detail: <span lang="zh-CN">{version.source}</span> },
        ]}
      />
      {version.status !== 'commenting' && (
        <p className="mt-3 border-t border-line pt-2">
          <TextLink to={`/admission/reassessments/${version.standard}`}>{t('reassess.open')}</TextLink>
        </p>
      )}
    </Card>
  );
}

function Levels({ levels }: { levels: Standard['checkLevels'] }) {
  const t = useT();
  if (levels.length === 0) return <>{t('standard.countyOnly')}</>;
  return <>{levels.map((level) => t(`standard.level.${level}`)).join(t('standard.and'))}</>;
}
