import {
  Button,
  Card,
  EmptyState,
  forgetIdempotencyKey,
  idempotencyKey,
  LinkButton,
  Loading,
  Money,
  Notice,
  Select,
  Skeleton,
  TextArea,
  TextField,
  useApi,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import type { FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { PageFailed } from '../frame/page-failed';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { orderHeaders } from '../ordering/order-keys';
import { useT } from '../words';
import { isWrong, KINDS, useClaim, type Claim, type Line } from './use-claim';
import { useToken } from './use-case';
import { yuanOf } from './yuan';

function LineChoice({ line, claim }: { line: Line; claim: Claim }) {
  const t = useT();
  const typed = claim.chosen[line.lineId];
  const wrong = claim.tried && typed !== undefined && isWrong(line, typed);
  return (
    <li className="py-3">
      <label className="flex min-h-target cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-green"
          checked={typed !== undefined}
          onChange={() => claim.toggle(line)}
        />
        <span className="min-w-0">
          <span lang="zh-CN">{line.productName}</span>{' '}
          <span className="whitespace-nowrap text-ink-faint">
            {line.pack} × {line.quantity}
          </span>
        </span>
        <span className="ms-auto">
          <Money value={line.paid} />
        </span>
      </label>
      {typed !== undefined && (
        <div className="mt-2 ps-8">
          <TextField
            label={t('dispute.claimYuan')}
            hint={t('dispute.claimHint', { most: yuanOf(line.free.amount) })}
            inputMode="decimal"
            value={typed}
            error={wrong ? t('dispute.claimWrong') : null}
            onChange={(event) => claim.type(line.lineId, event.target.value)}
          />
        </div>
      )}
    </li>
  );
}

function OpenForm({ orderId, lines, token }: { orderId: string; lines: readonly Line[]; token: string | undefined }) {
  const t = useT();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const claim = useClaim(lines);
  const { kind, words, tried, ofPart } = claim;
  const scope = `dispute.${orderId}`;
  const send = useSend('POST /orders/{id}/disputes', {
    onSuccess: ({ id }) => {
      forgetIdempotencyKey(scope);
      void navigate(`/orders/${orderId}/disputes/${id}`, { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = claim.take();
    if (!body || send.isPending) return;
    const key = idempotencyKey(scope, body);
    send.mutate({ params: { id: orderId }, body, idempotencyKey: key, headers: orderHeaders(token) });
  };
  const wordsMissing = tried && words.trim().length < 2;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {claim.parts.length > 1 && (
        <Select
          label={t('dispute.supplier')}
          choices={claim.parts}
          value={claim.part}
          onChange={(event) => claim.choosePart(event.target.value)}
        />
      )}
      <Card title={t('dispute.which')}>
        <ul className="divide-y divide-line">
          {ofPart.map((line) => (
            <LineChoice key={line.lineId} line={line} claim={claim} />
          ))}
        </ul>
        {tried && claim.claimed.length === 0 && (
          <p className="text-sm font-medium text-cinnabar">{t('dispute.whichMissing')}</p>
        )}
      </Card>
      <Select
        label={t('dispute.kindTerm')}
        choices={[
          { value: '', label: t('dispute.choose') },
          ...KINDS.map((value) => ({ value, label: t(`dispute.kind.${value}`) })),
        ]}
        value={kind ?? ''}
        error={tried && !kind ? t('dispute.choose') : null}
        onChange={(event) => claim.setKind(KINDS.find((one) => one === event.target.value))}
      />
      <TextArea
        label={t('dispute.whatHappened')}
        hint={t('dispute.whatHappenedHint')}
        rows={5}
        maxLength={2000}
        value={words}
        error={wordsMissing ? t('dispute.wordsMissing') : null}
        onChange={(event) => claim.setWords(event.target.value)}
      />
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <p className="text-sm text-ink-soft">{t('dispute.openText')}</p>
      <Button type="submit" className="self-start max-sm:w-full" pending={send.isPending}>
        {t('dispute.open')}
      </Button>
    </form>
  );
}

export function OpenPage() {
  const t = useT();
  const { id = '' } = useParams();
  const token = useToken(id);
  const query = useApi('GET /orders/{id}/disputes', { params: { id }, headers: orderHeaders(token) }, { staleTime: 0 });
  const back = <LinkButton to={`/orders/${id}`}>{t('dispute.backToOrder')}</LinkButton>;
  if (query.isPending) {
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      </div>
    );
  }
  if (!query.data) {
    return (
      <PageFailed
        problem={query.error}
        missing={t('order.missing')}
        hint={t('orders.noneText')}
        action={back}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <NarrowPage>
      <PageTitle small lead={t('dispute.openLead')}>
        {t('dispute.open')}
      </PageTitle>
      {query.data.lines.length === 0 ? (
        <EmptyState title={t('dispute.nothingLeft')} action={back}>
          {t('dispute.nothingLeftText')}
        </EmptyState>
      ) : (
        <OpenForm orderId={id} lines={query.data.lines} token={token} />
      )}
    </NarrowPage>
  );
}
