import {
  Facts,
  formatDate,
  LinkButton,
  Notice as Remark,
  TextLink,
  useApi,
  useLocale,
  type Fact,
  type Output,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { useT } from '../words';
import { NoticeBadge, Place, type Notice } from './marks';
import { Proposed } from './notice-proposed';
import { Until } from './notices-page';
import { ObjectionForm } from './objection-form';
import { WaitingPage } from './reading';
import { RecordPage } from './record-page';

export type NoticeWhole = Output<'GET /public-notices/{id}'>;

/** What is proposed, laid out as it would hang on the board of a county office, and print as such. */
function Sheet({ notice }: { notice: NoticeWhole }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const facts: (Fact | false)[] = [
    { term: t('notice.about'), detail: t(`notice.kind.${notice.kind}`) },
    { term: t('notice.subject'), detail: <span lang="zh-CN">{notice.supplierName}</span> },
    { term: t('register.county'), detail: <Place county={notice.county} /> },
    {
      term: t('notice.period'),
      detail: t('notice.periodFromTo', {
        from: formatDate(notice.startsOn, locale),
        to: formatDate(notice.endsOn, locale),
      }),
    },
    {
      term: t('register.standing'),
      detail: (
        <span className="flex flex-wrap items-center gap-x-3">
          <NoticeBadge notice={notice} />
          <span className="text-ink-soft">
            {notice.closedAt ? (
              t('notice.closedOn', { date: formatDate(notice.closedAt, locale) })
            ) : (
              <Until notice={notice} />
            )}
          </span>
          <span className="text-ink-soft">
            {notice.objections > 0 ? t('notice.objections', { count: notice.objections }) : t('notice.noObjections')}
          </span>
        </span>
      ),
    },
  ];
  return (
    <article className="rounded-lg border border-line bg-surface px-5 py-6 sm:px-8 sm:py-8 print:border-0 print:p-0">
      <p className="text-lg leading-loose">{name(notice.statement)}</p>
      <div className="mt-6 border-t border-line pt-5">
        <Facts facts={facts.filter((fact) => fact !== false)} />
      </div>
      <Proposed notice={notice} />
      <p className="mt-6 text-sm text-ink-faint">
        {t('notice.issued', { date: formatDate(notice.publishedAt, locale) })}
      </p>
    </article>
  );
}

function Next({ notice }: { notice: Notice }) {
  const t = useT();
  const word = notice.state === 'open' ? 'clean' : notice.state;
  const isOn = notice.state === 'passed' || notice.kind === 'recognition';
  return (
    <section aria-labelledby="next" className="mt-6">
      <h2 id="next" className="text-lg">
        {t('notice.next')}
      </h2>
      <p className="max-w-[46em] text-ink-soft">
        {notice.state === 'open' && notice.held ? t('notice.held') : t(`notice.next.${word}`)}
      </p>
      <p className="flex flex-wrap gap-x-5 print:hidden">
        {notice.kind === 'recognition' && (
          <TextLink to={`/recognitions/${notice.subjectId}`}>{t('notice.seeRecognition')}</TextLink>
        )}
        {isOn && <TextLink to={`/suppliers/${notice.supplierId}`}>{t('notice.seeSupplier')}</TextLink>}
      </p>
    </section>
  );
}

/** One public notice at its address, also when it is over. */
export function NoticePage() {
  const t = useT();
  const { id = '' } = useParams();
  const { data: notice, error, isPending, refetch } = useApi('GET /public-notices/{id}', { params: { id } });
  if (isPending) return <WaitingPage />;
  if (!notice) {
    return (
      <PageFailed
        problem={error}
        missing={t('notice.missing')}
        action={<LinkButton to="/notices">{t('nav.notices')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <RecordPage
      title={t(`notice.title.${notice.kind}`, { name: notice.supplierName })}
      data={`/public-notices/${notice.id}`}
      printed
    >
      <div className="grid items-start gap-x-8 gap-y-6 md:grid-cols-[3fr_2fr] print:block">
        <div>
          <Sheet notice={notice} />
          <Next notice={notice} />
        </div>
        <div className="print:hidden">
          {notice.state === 'open' ? <ObjectionForm notice={notice} /> : <Remark title={t('objection.over')} />}
        </div>
      </div>
    </RecordPage>
  );
}
