import {
  Button,
  Card,
  Dialog,
  Facts,
  formatDate,
  formatDateTime,
  LinkButton,
  Loading,
  Money,
  Notice,
  Skeleton,
  useLocale,
} from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { PageFailed } from '../frame/page-failed';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { SayForm } from './say-form';
import { StateBadge } from './state-badge';
import { Talk } from './talk';
import { useCase, useStep, type Case } from './use-case';

type Step = Parameters<ReturnType<typeof useStep>['take']>[0];

/** A step that cannot be taken back is asked for twice. */
function StepButton({
  one,
  step,
  look = 'secondary',
}: {
  one: Case;
  step: Step;
  look?: 'primary' | 'secondary' | 'quiet';
}) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { take, pending } = useStep(one);
  return (
    <>
      <Button look={look} className="max-sm:w-full" onClick={() => setAsking(true)}>
        {t(`dispute.step.${step}`)}
      </Button>
      <Dialog
        title={t(`dispute.step.${step}`)}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              {t('dispute.notNow')}
            </Button>
            <Button
              pending={pending}
              onClick={() => {
                setAsking(false);
                take(step);
              }}
            >
              {t(`dispute.step.${step}`)}
            </Button>
          </>
        }
      >
        <p>{t(`dispute.step.${step}.text`)}</p>
      </Dialog>
    </>
  );
}

function Offer({ one }: { one: Case }) {
  const t = useT();
  const { offer } = one;
  if (!offer || offer.side === 'buyer' || !['negotiating', 'evidence', 'mediating'].includes(one.state)) return null;
  return (
    <Notice title={t('dispute.offerFrom', { side: t(`dispute.side.${offer.side}`) })}>
      <p className="text-lg text-ink">
        <Money value={offer.refund} />
      </p>
      <p className="break-words whitespace-pre-line">{offer.words}</p>
      <div className="mt-3">
        {one.may.includes('accept') ? (
          <StepButton one={one} step="accept" look="primary" />
        ) : (
          <p className="text-sm">{t('dispute.youSaidYes')}</p>
        )}
      </div>
    </Notice>
  );
}

function Outcome({ one }: { one: Case }) {
  const t = useT();
  const locale = useLocale();
  const { award, decision, appeal, referral } = one;
  return (
    <>
      {award && (
        <Notice tone="good" title={t('dispute.awarded')}>
          <p>
            {t('dispute.toYou')} <Money value={award.refund} /> · {t(`dispute.basis.${award.basis}`)}
          </p>
          {award.refundState && (
            <p>{t(award.refundState === 'succeeded' ? 'dispute.refunded' : 'dispute.refunding')}</p>
          )}
        </Notice>
      )}
      {(one.state === 'withdrawn' || one.state === 'lapsed') && (
        <Notice title={t(`dispute.state.${one.state}`)}>{t(`dispute.${one.state}Text`)}</Notice>
      )}
      {[
        { judged: appeal?.decision ?? null, title: t('dispute.appealDecision') },
        { judged: decision, title: t('dispute.decision') },
      ].map(
        ({ judged, title }) =>
          judged && (
            <Card key={title} title={title} aside={formatDateTime(judged.decidedAt, locale)}>
              <p className="font-medium">
                {t('dispute.toYou')} <Money value={judged.refund} />
              </p>
              <p className="break-words whitespace-pre-line">{judged.reason}</p>
            </Card>
          ),
      )}
      {referral && (
        <Card title={t('dispute.referral')} aside={formatDateTime(referral.referredAt, locale)}>
          <p>
            <span lang="zh-CN">{referral.authority}</span> {referral.reference}
          </p>
          <p className="break-words whitespace-pre-line">{referral.reason}</p>
        </Card>
      )}
    </>
  );
}

function About({ one }: { one: Case }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('dispute.facts')}>
      <Facts
        facts={[
          { term: t('dispute.held'), detail: <Money value={one.held} /> },
          { term: t('dispute.kindTerm'), detail: t(`dispute.kind.${one.kind}`) },
          { term: t('dispute.supplier'), detail: <span lang="zh-CN">{one.supplier.name}</span> },
          { term: t('dispute.goods'), detail: <span lang="zh-CN">{one.products.join('、')}</span> },
          { term: t('dispute.openedAt'), detail: formatDateTime(one.openedAt, locale) },
          ...(one.dueOn ? [{ term: t('dispute.due'), detail: formatDate(one.dueOn, locale) }] : []),
        ]}
      />
      <p className="mt-4 text-sm text-ink-soft">{t('dispute.authorities')}</p>
    </Card>
  );
}

const STEPS = ['escalate', 'finishEvidence', 'acceptDecision', 'withdraw'] as const;

function CaseBody({ one }: { one: Case }) {
  const t = useT();
  const [appealing, setAppealing] = useState(false);
  const steps = STEPS.filter((step) => one.may.includes(step));
  const silent = one.state === 'negotiating' ? `negotiating.${one.waitingFor ?? 'supplier'}` : one.state;
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge state={one.state} />
        <span className="text-ink-soft">{t(`dispute.now.${silent as 'evidence'}`)}</span>
      </p>
      <Offer one={one} />
      <Outcome one={one} />
      {(steps.length > 0 || one.may.includes('appeal')) && (
        <div className="flex flex-wrap gap-3">
          {steps.map((step) => (
            <StepButton key={step} one={one} step={step} look={step === 'withdraw' ? 'quiet' : 'secondary'} />
          ))}
          {one.may.includes('appeal') && !appealing && (
            <Button look="secondary" className="max-sm:w-full" onClick={() => setAppealing(true)}>
              {t('dispute.appeal')}
            </Button>
          )}
        </div>
      )}
      {appealing && one.may.includes('appeal') && <SayForm one={one} appealing onDone={() => setAppealing(false)} />}
      <Talk one={one} />
      {one.may.includes('say') && !appealing && <SayForm one={one} />}
      <About one={one} />
      <LinkButton look="secondary" className="self-start" to={`/orders/${one.orderId}`}>
        {t('dispute.backToOrder')}
      </LinkButton>
    </div>
  );
}

/** One dispute, as the buyer follows it. */
export function CasePage() {
  const t = useT();
  const { id = '', disputeId = '' } = useParams();
  const query = useCase(id, disputeId);
  if (query.isPending) {
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="mb-4 h-24" />
          <Skeleton className="h-64" />
        </Loading>
      </div>
    );
  }
  if (!query.data) {
    return (
      <PageFailed
        problem={query.error}
        missing={t('dispute.missing')}
        hint={t('orders.noneText')}
        action={<LinkButton to="/orders">{t('nav.orders')}</LinkButton>}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <NarrowPage>
      <PageTitle small>{t('dispute.title', { number: query.data.orderNumber })}</PageTitle>
      <CaseBody one={query.data} />
    </NarrowPage>
  );
}
