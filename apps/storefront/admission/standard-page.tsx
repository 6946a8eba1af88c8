import { Badge, Card, Facts, formatDate, LinkButton, useApi, useLocale, type Fact, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { useT } from '../words';
import { Comments } from './comments';
import { StandardBadge } from './marks';
import { WaitingPage } from './reading';
import { RecordPage } from './record-page';
import { useStandardName, useTermOf } from './standards-page';

export type StandardWhole = Output<'GET /standards/{standard}'>;
type Criterion = StandardWhole['list'][number];

const SUBJECTS = ['supplier', 'product', 'lot', 'process'] as const;

/** For whom and for what; nothing where it is for everybody. */
function useReach(): (criterion: Criterion) => string[] {
  const t = useT();
  const locale = useLocale();
  const joined = (names: string[]) => names.join(locale === 'en' ? ', ' : '、');
  return ({ appliesTo }) =>
    [
      appliesTo?.kinds && t('standard.onlyKinds', { names: joined(appliesTo.kinds.map((kind) => t(`kind.${kind}`))) }),
      appliesTo?.categories &&
        t('standard.onlyCategories', { names: joined(appliesTo.categories.map((one) => t(`category.${one}`))) }),
    ].filter((text) => text !== undefined);
}

function CriterionRow({ criterion }: { criterion: Criterion }) {
  const t = useT();
  const name = useName();
  const reach = useReach();
  const facts: (Fact | false)[] = [
    { term: t('finding.source'), detail: <span lang="zh-CN">{criterion.source}</span> },
    {
      term: t('finding.providedBy'),
      detail: name({ zh: criterion.providedBy, en: criterion.providedByEn ?? criterion.providedBy }),
    },
    criterion.howVerified !== undefined && {
      term: t('finding.howVerified'),
      detail: name({ zh: criterion.howVerified, en: criterion.howVerifiedEn ?? criterion.howVerified }),
    },
    {
      term: t('finding.check'),
      detail:
        criterion.checks.length > 0 ? (
          <span className="font-mono text-sm break-all">{criterion.checks.join('  ')}</span>
        ) : (
          t('criterion.people')
        ),
    },
  ];
  return (
    <li id={criterion.id} className="break-inside-avoid border-t border-line py-4 target:bg-green-wash">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-mono text-sm text-ink-faint">{criterion.id}</span>
        <span className="font-semibold">{name({ zh: criterion.nameZh, en: criterion.nameEn })}</span>
        <Badge tone={criterion.kind === 'blocking' ? 'attention' : 'neutral'}>{t(`criterion.${criterion.kind}`)}</Badge>
        {criterion.weight !== undefined && (
          <span className="numeric text-sm text-ink-soft">{t('standard.points', { points: criterion.weight })}</span>
        )}
      </p>
      {reach(criterion).map((text) => (
        <p key={text} className="text-sm text-ink-soft">
          {text}
        </p>
      ))}
      <div className="mt-1.5 text-sm">
        <Facts facts={facts.filter((fact) => fact !== false)} />
      </div>
    </li>
  );
}

function Criteria({ standard }: { standard: StandardWhole }) {
  const t = useT();
  return SUBJECTS.map((subject) => {
    const own = standard.list.filter((criterion) => criterion.subject === subject);
    if (own.length === 0) return null;
    return (
      <section key={subject} aria-labelledby={`of-${subject}`} className="mt-8">
        <h2 id={`of-${subject}`} className="mb-2 flex items-baseline gap-3 text-xl">
          {t(`standard.subject.${subject}`)}
          <span className="text-sm font-normal text-ink-faint">
            {t('standard.criteriaCount', { count: own.length })}
          </span>
        </h2>
        <ul className="border-b border-line">
          {own.map((criterion) => (
            <CriterionRow key={criterion.id} criterion={criterion} />
          ))}
        </ul>
      </section>
    );
  });
}

function Head({ standard }: { standard: StandardWhole }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const termOf = useTermOf();
  const levels = standard.checkLevels.map((level) => t(`standard.levels.${level}`));
  const facts: (Fact | false)[] = [
    {
      term: t('register.standing'),
      detail: (
        <span className="flex flex-wrap items-center gap-x-3">
          <StandardBadge status={standard.status} />
          {termOf(standard, locale)}
          {standard.publishedOn && (
            <span className="text-ink-faint">
              {t('standard.publishedOn', { date: formatDate(standard.publishedOn, locale) })}
            </span>
          )}
        </span>
      ),
    },
    { term: t('standard.sourceOfAll'), detail: <span lang="zh-CN">{standard.source}</span> },
    { term: t('standard.levels'), detail: levels.length > 0 ? levels.join(' · ') : t('standard.levels.none') },
    name(standard.summary) !== '' && {
      term: t('standard.changes'),
      detail: <span className="whitespace-pre-line">{name(standard.summary)}</span>,
    },
  ];
  return (
    <Card>
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </Card>
  );
}

/** One version of the standard: every criterion with its source, and what people said about it. */
export function StandardPage() {
  const t = useT();
  const nameOf = useStandardName();
  const { version = '' } = useParams();
  const { data, error, isPending, refetch } = useApi('GET /standards/{standard}', { params: { standard: version } });
  if (isPending) return <WaitingPage />;
  if (!data) {
    return (
      <PageFailed
        problem={error}
        missing={t('standard.missing')}
        action={<LinkButton to="/standards">{t('nav.standards')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <RecordPage title={nameOf(data)} data={`/standards/${data.standard}`} printed>
      <Head standard={data} />
      <Comments standard={data} />
      <Criteria standard={data} />
    </RecordPage>
  );
}
