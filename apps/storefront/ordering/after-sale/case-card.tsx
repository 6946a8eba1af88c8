import {
  Badge,
  Card,
  Facts,
  formatDateTime,
  Money,
  TextLink,
  Timeline,
  toast,
  useApi,
  useLocale,
  useProblemText,
  useSend,
  type Tone,
} from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../../words';
import { AskFirst } from '../ask-first';
import { Act } from './act';
import { wantsOthers } from './claim';
import { ClaimFilm, Photo } from './photo';
import { useReload, type AfterSaleCase } from './use-after-sales';

const tones: Record<AfterSaleCase['state'], Tone> = {
  requested: 'info',
  awaitingReturn: 'attention',
  returning: 'info',
  replacing: 'info',
  replacementSent: 'attention',
  refused: 'bad',
  escalated: 'info',
  refunding: 'info',
  refunded: 'good',
  replaced: 'good',
  withdrawn: 'neutral',
  closed: 'neutral',
};

interface CaseProps {
  one: AfterSaleCase;
  headers: Record<string, string>;
}

/** Says what a step did, or why it was not done, and reads the case anew. */
function useTold() {
  const problemText = useProblemText();
  const reload = useReload();
  return (words: string) => ({
    onSuccess: () => {
      toast(words);
      reload();
    },
    onError: (problem: Parameters<typeof problemText>[0]) => {
      toast(problemText(problem), 'bad');
      reload();
    },
  });
}

/** The packs sent in place of others came. */
function Receive({ one, headers }: CaseProps) {
  const t = useT();
  const told = useTold();
  const receive = useSend('POST /orders/{id}/after-sales/{caseId}/receive', told(t('afterSale.state.replaced')));
  const params = { id: one.orderId, caseId: one.id };
  return (
    <AskFirst
      look="secondary"
      word={t('afterSale.received')}
      title={t('afterSale.receivedTitle')}
      text={t('afterSale.receivedText')}
      yes={t('afterSale.received')}
      pending={receive.isPending}
      onYes={() => receive.mutate({ params, headers, body: {} })}
    />
  );
}

/** What the buyer can do now. */
function Steps({ one, headers }: CaseProps) {
  const t = useT();
  const told = useTold();
  const locale = useLocale();
  const known = useApi('GET /carriers', {}, { staleTime: Infinity, enabled: one.state === 'awaitingReturn' });
  const carriers = (known.data?.data ?? []).map(({ code, name }) => ({
    ...{ value: name.zh, label: locale === 'en' ? name.en : code },
  }));
  const at = { params: { id: one.orderId, caseId: one.id }, headers };
  const withdraw = useSend('POST /orders/{id}/after-sales/{caseId}/withdraw', told(t('afterSale.withdrawn')));
  const send = useSend('POST /orders/{id}/after-sales/{caseId}/return-parcel', told(t('afterSale.state.returning')));
  const escalate = useSend('POST /orders/{id}/after-sales/{caseId}/escalate', told(t('afterSale.escalated')));
  const acts: ReactNode[] = [];
  if (one.state === 'replacementSent') acts.push(<Receive key="receive" {...{ one, headers }} />);
  if (one.state === 'awaitingReturn')
    acts.push(
      <Act
        key="send"
        title={t('afterSale.sendBack')}
        submit={t('afterSale.send')}
        pending={send.isPending}
        fields={[
          { name: 'carrier', label: t('afterSale.carrier'), max: 40, choices: carriers },
          { name: 'trackingNumber', label: t('afterSale.tracking'), max: 40 },
        ]}
        onSubmit={({ carrier = '', trackingNumber = '' }) => send.mutate({ ...at, body: { carrier, trackingNumber } })}
      />,
    );
  if (one.state === 'refused' || one.state === 'replacementSent')
    acts.push(
      <Act
        key="escalate"
        title={t('afterSale.escalate')}
        submit={t('afterSale.escalate')}
        pending={escalate.isPending}
        fields={[{ name: 'reason', label: t('afterSale.escalateReason'), long: true, max: 500 }]}
        onSubmit={({ reason = '' }) => escalate.mutate({ ...at, body: { reason } })}
      />,
    );
  if (one.state === 'requested' || one.state === 'awaitingReturn')
    acts.push(
      <AskFirst
        key="withdraw"
        word={t('afterSale.withdraw')}
        title={t('afterSale.withdrawTitle')}
        text={t('afterSale.withdrawText')}
        yes={t('afterSale.withdraw')}
        pending={withdraw.isPending}
        onYes={() => withdraw.mutate({ ...at, body: {} })}
      />,
    );
  return acts.length === 0 ? null : <div className="flex flex-wrap gap-3">{acts}</div>;
}

const silent = ['requested', 'awaitingReturn', 'returning', 'replacing', 'replacementSent', 'refused'] as const;

/** Whose turn it is, and what its silence means. */
function silenceOf({ state, kind }: AfterSaleCase) {
  if (state === 'returning' && kind === 'exchange') return 'returningExchange';
  return silent.find((known) => known === state);
}

/** What is claimed of what, why, and in which parcels it went back and came. */
function CaseFacts({ one }: { one: AfterSaleCase }) {
  const t = useT();
  const { returnParcel, replacement } = one;
  // Until it is decided that money goes back, that is what it would be.
  const isRefunded = one.state.startsWith('refund');
  const wouldBe = wantsOthers(one.kind) ? 'afterSale.instead' : 'afterSale.amount';
  return (
    <Facts
      facts={[
        {
          term: t(isRefunded ? 'afterSale.refund' : wouldBe),
          detail: <Money value={one.amount} />,
        },
        { term: t('afterSale.reason'), detail: t(`afterSale.reason.${one.reason as 'other'}`) },
        {
          term: t('afterSale.lines'),
          detail: (
            <ul lang="zh-CN">
              {one.lines.map((line) => (
                <li key={line.lineId}>
                  {line.productName} {line.pack} × {line.packs}
                </li>
              ))}
            </ul>
          ),
        },
        ...(one.words ? [{ term: t('afterSale.words'), detail: one.words }] : []),
        ...(one.answer ? [{ term: t('afterSale.answer'), detail: one.answer }] : []),
        ...(returnParcel
          ? [{ term: t('afterSale.parcel'), detail: `${returnParcel.carrier} ${returnParcel.trackingNumber}` }]
          : []),
        ...(replacement
          ? [{ term: t('afterSale.replacement'), detail: `${replacement.carrier} ${replacement.trackingNumber}` }]
          : []),
      ]}
    />
  );
}

/** One claim: how it stands, whose turn it is until when, and what has happened. */
export function CaseCard({ one, headers, mayAct }: CaseProps & { mayAct: boolean }) {
  const t = useT();
  const locale = useLocale();
  const waits = silenceOf(one);
  return (
    <Card title={t(`afterSale.kind.${one.kind}`)}>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-3" role="status">
          <Badge tone={tones[one.state]}>{t(`afterSale.state.${one.state}`)}</Badge>
          {waits && one.dueAt && (
            <span className="text-sm text-ink-soft">
              {t(`afterSale.silence.${waits}`, { at: formatDateTime(one.dueAt, locale) })}
            </span>
          )}
        </p>
        <CaseFacts one={one} />
        {one.photoIds.length > 0 && (
          <ul className="flex flex-wrap gap-3">
            {one.photoIds.map((photoId, index) => (
              <li key={photoId}>
                {one.videoIds.includes(photoId) ? (
                  <ClaimFilm
                    {...{ photoId, headers }}
                    orderId={one.orderId}
                    title={t('afterSale.film', { count: index + 1 })}
                  />
                ) : (
                  <Photo
                    {...{ photoId, headers }}
                    orderId={one.orderId}
                    title={t('afterSale.photo', { count: index + 1 })}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {one.steps.some(({ event }) => event === 'handOver') && (
          <p>
            <TextLink to={`/orders/${one.orderId}`}>{t('afterSale.toDispute')}</TextLink>
          </p>
        )}
        {mayAct && <Steps one={one} headers={headers} />}
        <Timeline
          entries={one.steps.map((step, index) => ({
            id: String(index),
            at: formatDateTime(step.at, locale),
            title: `${t(`afterSale.by.${step.by}`)} · ${t(`afterSale.event.${step.event}`)}`,
            children: step.note,
          }))}
        />
      </div>
    </Card>
  );
}
