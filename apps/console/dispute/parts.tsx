import { Badge, Card, Facts, Money, type Output, type Tone } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Said } from '../admission/watching/frame';
import { Until } from '../admission/watching/today';
import { Moment } from '../frame/when';
import { useT } from '../words';

export type Case = Output<'GET /mediation/disputes/{id}'>;
export type CaseHead = Output<'GET /supplier/disputes'>['data'][number];

const tones: Record<Case['state'], Tone> = {
  negotiating: 'attention',
  evidence: 'info',
  mediating: 'info',
  decided: 'attention',
  appealed: 'info',
  referred: 'attention',
  executed: 'good',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};

export function StateBadge({ row }: { row: Pick<CaseHead, 'state' | 'overdueSince'> }) {
  const t = useT();
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[row.state]}>{t(`dispute.state.${row.state}`)}</Badge>
      {row.overdueSince && <Badge tone="bad">{t('dispute.overdue')}</Badge>}
    </span>
  );
}

const ENDED: readonly Case['state'][] = ['executed', 'withdrawn', 'lapsed'];
export const isOver = (row: Pick<CaseHead, 'state'>) => ENDED.includes(row.state);

export function CaseFacts({ one }: { one: Case }) {
  const t = useT();
  return (
    <Card title={t('dispute.facts')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <StateBadge row={one} /> },
          { term: t('dispute.held'), detail: <Money value={one.held} /> },
          { term: t('dispute.due'), detail: <Until day={one.dueOn} settled={isOver(one)} /> },
          { term: t('dispute.kindTerm'), detail: t(`dispute.kind.${one.kind}`) },
          { term: t('dispute.order'), detail: <span className="numeric break-all">{one.orderNumber}</span> },
          { term: t('dispute.supplier'), detail: <span lang="zh-CN">{one.supplier.name}</span> },
          { term: t('dispute.openedAt'), detail: <Moment value={one.openedAt} /> },
        ]}
      />
    </Card>
  );
}

export function CaseLines({ one }: { one: Case }) {
  const t = useT();
  return (
    <Card title={t('dispute.lines')}>
      <ul className="divide-y divide-line">
        {one.lines.map((line) => (
          <li key={line.lineId} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
            <span lang="zh-CN">
              {line.productName} <span className="text-ink-faint">{line.pack}</span>{' '}
              <span className="numeric whitespace-nowrap">× {line.quantity}</span>
            </span>
            <span className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
              <span className="whitespace-nowrap">
                {t('dispute.paid')} <Money value={line.paid} />
              </span>
              <span className="whitespace-nowrap">
                {t('dispute.claimed')} <Money value={line.claimed} />
              </span>
              {line.refund && (
                <span className="whitespace-nowrap">
                  {t('dispute.back')} <Money value={line.refund} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Judged({ title, judged }: { title: string; judged: NonNullable<Case['decision']> }) {
  const t = useT();
  return (
    <Card title={title} aside={<Moment value={judged.decidedAt} />}>
      <p className="mb-1 font-medium">
        {t('dispute.backToBuyer')} <Money value={judged.refund} />
      </p>
      <Said>{judged.reason}</Said>
    </Card>
  );
}

/** Decision, appeal, referral, award: whatever the case has come to. */
export function CaseOutcome({ one }: { one: Case }) {
  const t = useT();
  const { award, decision, appeal, referral } = one;
  return (
    <>
      {award && (
        <Card title={t('dispute.award')} aside={t(`dispute.basis.${award.basis}`)}>
          <Facts
            facts={[
              { term: t('dispute.backToBuyer'), detail: <Money value={award.refund} /> },
              { term: t('dispute.letGo'), detail: <Money value={award.release} /> },
              { term: t('dispute.awardedAt'), detail: <Moment value={award.awardedAt} /> },
              ...(award.refundState
                ? [
                    {
                      term: t('dispute.refundState'),
                      detail: t(award.refundState === 'succeeded' ? 'dispute.refunded' : 'dispute.refunding'),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      )}
      {decision && <Judged title={t('dispute.decision')} judged={decision} />}
      {appeal && (
        <Card title={t(`dispute.appealBy.${appeal.by}`)} aside={<Moment value={appeal.filedAt} />}>
          <Said>{appeal.statement}</Said>
        </Card>
      )}
      {appeal?.decision && <Judged title={t('dispute.appealDecision')} judged={appeal.decision} />}
      {referral && (
        <Card title={t('dispute.referral')} aside={<Moment value={referral.referredAt} />}>
          <p className="mb-1 font-medium">
            <span lang="zh-CN">{referral.authority}</span> <span className="numeric">{referral.reference}</span>
          </p>
          <Said>{referral.reason}</Said>
        </Card>
      )}
    </>
  );
}

/** What was said in the case, oldest first; `files` shows what was handed in with it. */
export function Talk({ one, files }: { one: Case; files: (named: Case['messages'][number]['files']) => ReactNode }) {
  const t = useT();
  return (
    <Card title={t('dispute.talk')}>
      <ol className="flex flex-col gap-4">
        {one.messages.map((said) => (
          <li key={said.id} className="border-s-2 border-line ps-4">
            <p className="text-sm text-ink-faint">
              <span className="font-medium text-ink-soft">{t(`dispute.side.${said.side}`)}</span> ·{' '}
              <Moment value={said.at} />
            </p>
            <Said>{said.words}</Said>
            {said.offer && (
              <p className="mt-1 font-medium">
                {t('dispute.offers')} <Money value={said.offer} />
              </p>
            )}
            {files(said.files)}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The offer that stands. */
export function Standing({ one, children }: { one: Case; children?: ReactNode }) {
  const t = useT();
  if (!one.offer || isOver(one) || one.state === 'decided' || one.state === 'appealed') return null;
  return (
    <Card title={t('dispute.standing')} aside={t(`dispute.side.${one.offer.side}`)}>
      <p className="text-lg">
        {t('dispute.backToBuyer')} <Money value={one.offer.refund} />
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        {one.offer.accepted.length > 0
          ? t('dispute.saidYes', { sides: one.offer.accepted.map((side) => t(`dispute.side.${side}`)).join('、') })
          : t('dispute.nobodyYet')}
      </p>
      {children}
    </Card>
  );
}
