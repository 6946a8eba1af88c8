import { Badge, Card, formatDate, Notice, Table, useLocale, type Tone } from '@xihuo/ui';
import { Link } from 'react-router';
import { rowLink } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { useT } from '../../words';
import { Papers } from '../watching/papers';
import { DEPARTMENTS, REGISTERS, type Review } from './case';

export const inspectionTones: Record<'pass' | 'improve' | 'fail', Tone> = {
  pass: 'good',
  improve: 'attention',
  fail: 'bad',
};
const noticeTones: Record<Review['notices'][number]['state'], Tone> = {
  open: 'info',
  passed: 'good',
  failed: 'bad',
  withdrawn: 'neutral',
};

function Signature({ title, signed, signatures }: { title: string; signed: boolean; signatures: React.ReactNode }) {
  const t = useT();
  return (
    <li className="border-b border-line py-3 last:border-0">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-medium">{title}</h3>
        {!signed && <Badge>{t('review.checks.missing')}</Badge>}
      </div>
      {signatures}
    </li>
  );
}

function Signatures({ review }: { review: Review }) {
  const t = useT();
  return (
    <Card title={t('review.checks.signatures')}>
      <ul>
        {DEPARTMENTS.map((department) => {
          const all = review.recommendations.filter((one) => one.department === department);
          return (
            <Signature
              key={department}
              title={t(`review.checks.${department}`)}
              signed={all.some(({ round }) => round === review.round)}
              signatures={all.map((one) => (
                <div key={one.round} className="mt-1 text-ink-soft">
                  <p>{one.opinion}</p>
                  <p className="text-sm text-ink-faint">
                    {one.signedBy.name} · <Moment value={one.signedAt} />
                    {one.sealNumber && <> · {t('review.checks.seal', { number: one.sealNumber })}</>}
                    {one.round !== review.round && <> · {t('review.round', { count: one.round })}</>}
                  </p>
                </div>
              ))}
            />
          );
        })}
        {review.levels.map((level) => {
          const all = review.checks.filter((one) => one.level === level);
          return (
            <Signature
              key={level}
              title={t(`review.step.${level}`)}
              signed={all.some(({ round }) => round === review.round)}
              signatures={all.map((one) => (
                <p key={one.round} className="mt-1 text-ink-soft">
                  {one.opinion}{' '}
                  <span className="block text-sm text-ink-faint">
                    {one.signedBy.name} · <Moment value={one.signedAt} />
                  </span>
                </p>
              ))}
            />
          );
        })}
      </ul>
    </Card>
  );
}

function Reviews({ review }: { review: Review }) {
  const t = useT();
  return (
    <Card title={t('review.checks.reviews')}>
      {review.reviews.length === 0 && <p className="text-ink-soft">{t('review.checks.noReviews')}</p>}
      <ul>
        {review.reviews.map((one) => (
          <li key={one.id} className="border-b border-line py-3 last:border-0">
            <div className="flex items-baseline justify-between gap-4">
              <h3 className="font-medium">
                {one.reviewer.name}{' '}
                <span className="text-sm font-normal text-ink-faint">{t('review.round', { count: one.round })}</span>
              </h3>
              {one.verdict ? (
                <Badge tone={one.verdict === 'approve' ? 'good' : 'bad'}>
                  {t(`review.checks.verdict.${one.verdict}`)}
                </Badge>
              ) : (
                <Badge>{t(`review.checks.reviewer.${one.state}`)}</Badge>
              )}
            </div>
            {one.reason && <p className="mt-1 text-ink-soft">{one.reason}</p>}
            {one.state === 'decided' && one.verdict === null && (
              <p className="mt-1 text-ink-soft">{t('review.checks.alone')}</p>
            )}
            {one.decidedAt && (
              <p className="text-sm text-ink-faint">
                <Moment value={one.decidedAt} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The newest of each register; what was said before stays in the history. */
export function CreditCard({ review, action }: { review: Review; action?: React.ReactNode }) {
  const t = useT();
  const newest = REGISTERS.map((register) => ({
    register,
    snapshot: review.credit
      .filter((one) => one.register === register)
      .reduce<Review['credit'][number] | null>(
        (best, one) => (best === null || one.recordedAt > best.recordedAt ? one : best),
        null,
      ),
  }));
  return (
    <Card title={t('review.checks.credit')} aside={action}>
      <p className="mb-2 text-sm text-ink-faint">{t('review.checks.creditText')}</p>
      <Table
        caption={t('review.checks.credit')}
        rows={newest}
        rowKey={({ register }) => register}
        columns={[
          {
            id: 'register',
            header: t('review.credit.col.register'),
            rowHeader: true,
            cell: ({ register }) => t(`review.creditRegister.${register}`),
          },
          {
            id: 'status',
            header: t('review.credit.status'),
            cell: ({ snapshot }) =>
              snapshot ? (
                <>
                  <Badge tone={snapshot.status === 'clear' ? 'good' : 'bad'}>
                    {t(`review.credit.${snapshot.status}`)}
                  </Badge>
                  {snapshot.reason && <span className="block">{snapshot.reason}</span>}
                </>
              ) : (
                <span className="text-ink-faint">{t('review.credit.skip')}</span>
              ),
          },
          {
            id: 'queriedOn',
            header: t('review.credit.queriedOn'),
            cell: ({ snapshot }) => <Day value={snapshot?.queriedOn ?? null} />,
          },
          {
            id: 'source',
            header: t('review.credit.source'),
            cell: ({ snapshot }) => (
              <>
                {snapshot?.source ?? ''}
                {snapshot?.fileId && <Papers ids={[snapshot.fileId]} word={t('review.credit.page')} />}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

export function InspectionsCard({ review, action }: { review: Review; action?: React.ReactNode }) {
  const t = useT();
  return (
    <Card title={t('review.checks.inspections')} aside={action}>
      {review.inspections.length === 0 && <p className="text-ink-soft">{t('review.checks.noInspections')}</p>}
      <ul>
        {review.inspections.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2 last:border-0"
          >
            <Link to={`/admission/inspections/${one.id}`} className={rowLink}>
              <Day value={one.visitedOn ?? one.plannedOn} />
            </Link>
            <span className="min-w-0 grow text-ink-soft">{one.summary ?? one.orderReason}</span>
            {one.result ? (
              <Badge tone={inspectionTones[one.result]}>{t(`inspection.result.${one.result}`)}</Badge>
            ) : (
              <Badge>{t(`inspections.${one.state}`)}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PublicNotices({ review }: { review: Review }) {
  const t = useT();
  const locale = useLocale();
  if (review.notices.length === 0) return null;
  return (
    <Card title={t('review.checks.notice')}>
      {review.notices.map((one) => (
        <div key={one.id} className="flex flex-col gap-1">
          <p className="flex items-baseline justify-between gap-4">
            {t('review.notice.period', { from: formatDate(one.startsOn, locale), to: formatDate(one.endsOn, locale) })}
            <Badge tone={noticeTones[one.state]}>{t(`review.noticeState.${one.state}`)}</Badge>
          </p>
          <p className="text-ink-soft">{locale === 'en' ? one.statement.en : one.statement.zh}</p>
          <p className="text-sm text-ink-faint">{t('review.notice.objections', { count: one.objections })}</p>
          {one.held && <Notice tone="attention" title={t('review.waits.held')} />}
        </div>
      ))}
    </Card>
  );
}

/** Everything people said about it: signatures, verdicts, registers, visits, the public notice. */
export function ChecksView({ review }: { review: Review }) {
  return (
    <div className="flex flex-col gap-5">
      <Signatures review={review} />
      <Reviews review={review} />
      <CreditCard review={review} />
      <InspectionsCard review={review} />
      <PublicNotices review={review} />
    </div>
  );
}
