import {
  Button,
  forgetIdempotencyKey,
  idempotencyKey,
  Money,
  Notice,
  NumberStepper,
  Select,
  TextArea,
  toast,
  useApiClient,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../words';
import { choicesOf, claimOf, mostPacks, reasonsOf, wantsOthers, wantsPhotos, type ClaimKind } from './claim';
import { PhotoPicker, type KeptPhoto } from './photo-picker';
import { useReload, type Claimable } from './use-after-sales';

interface ClaimFormProps {
  orderId: string;
  headers: Record<string, string>;
  claimable: readonly Claimable[];
}

/** What these packs bring back, asked as they are chosen. */
function useQuote(orderId: string, headers: Record<string, string>, claim: ReturnType<typeof claimOf>) {
  const api = useApiClient();
  return useQuery({
    queryKey: ['after-sale-quote', orderId, claim],
    enabled: claim !== null,
    queryFn: () => api('POST /orders/{id}/after-sale-quotes', { params: { id: orderId }, body: claim!, headers }),
  });
}

function useKeepPhoto(orderId: string, headers: Record<string, string>) {
  const api = useApiClient();
  return useMutation({
    mutationFn: (file: File) => api('POST /orders/{id}/after-sale-photos', { params: { id: orderId }, headers, file }),
  });
}

/** All that is being filled in, and what becomes of it. */
function useClaim({ orderId, headers, claimable }: ClaimFormProps) {
  const t = useT();
  const navigate = useNavigate();
  const reload = useReload();
  const choices = choicesOf(claimable);
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState('');
  const [packs, setPacks] = useState<Record<string, number>>({});
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [tried, setTried] = useState(false);
  const choice = choices[chosen]!;
  const reasons = reasonsOf(choice.kind, choice.lines);
  const why = reasons.length === 1 ? reasons[0]! : reason;
  const claim = claimOf(choice, why, packs);
  const scope = `after-sale-${orderId}`;
  const send = useSend('POST /orders/{id}/after-sales', {
    onSuccess: (made) => {
      forgetIdempotencyKey(scope);
      toast(t(made.kind === 'cancel' ? 'afterSale.cancelled' : 'afterSale.made'));
      reload();
      void navigate(`/orders/${orderId}/after-sales`, { replace: true });
    },
  });
  const needsPhotos = wantsPhotos(choice.kind, why) && photos.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!claim || needsPhotos || send.isPending) return;
    const body = { ...claim, words, photoIds: photos.map(({ photoId }) => photoId) };
    send.mutate({ params: { id: orderId }, body, headers, idempotencyKey: idempotencyKey(scope, body) });
  };
  const choose = (index: number) => {
    setChosen(index);
    setReason('');
    setPacks({});
  };
  return {
    ...{ choices, chosen, choose, choice, reasons, reason, setReason, why, packs, setPacks, words, setWords },
    ...{ photos, setPhotos, tried, claim, send, needsPhotos, submit },
  };
}

type Claiming = ReturnType<typeof useClaim>;

/** What is needed, why, and of which packs. */
function WhatAndWhy({ form }: { form: Claiming }) {
  const t = useT();
  const { choices, chosen, choose, choice, reasons, reason, packs, tried } = form;
  return (
    <>
      <Select
        label={t('afterSale.kind')}
        value={String(chosen)}
        choices={choices.map(({ kind, lines }, index) => ({
          value: String(index),
          label: `${t(`afterSale.kind.${kind}`)}（${lines.map((line) => line.productName).join('、')}）`,
        }))}
        onChange={(event) => choose(Number(event.target.value || 0))}
      />
      {reasons.length > 1 && (
        <Select
          label={t('afterSale.reason')}
          value={reason}
          choices={reasons.map((value) => ({ value, label: t(`afterSale.reason.${value as 'other'}`) }))}
          error={tried && reason === '' ? t('afterSale.pickReason') : null}
          onChange={(event) => form.setReason(event.target.value)}
        />
      )}
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-medium">{t('afterSale.lines')}</legend>
        {choice.lines.map((line) => (
          <div key={line.lineId} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <span lang="zh-CN">{line.productName}</span> <span className="text-ink-faint">{line.pack}</span>{' '}
              <span className="text-sm text-ink-faint">
                {t('afterSale.most', { count: mostPacks(choice.kind, line) })}
              </span>
            </span>
            <NumberStepper
              label={t('afterSale.packs', { product: line.productName })}
              min={0}
              max={mostPacks(choice.kind, line)}
              value={packs[line.lineId] ?? 0}
              onChange={(count) => form.setPacks({ ...packs, [line.lineId]: count })}
            />
          </div>
        ))}
        {tried && Object.values(packs).every((count) => count === 0) && (
          <p role="alert" className="text-sm font-medium text-cinnabar">
            {t('afterSale.pickLines')}
          </p>
        )}
      </fieldset>
    </>
  );
}

/** What comes back and how it is reckoned, line by line; where it goes, how long it takes, and what becomes of coupons. */
function Quoted({
  kind,
  quote,
  lines,
  packs,
}: {
  kind: ClaimKind;
  quote: Output<'POST /orders/{id}/after-sale-quotes'> | undefined;
  lines: readonly Claimable[];
  packs: Record<string, number>;
}) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken px-4 py-3">
      {quote?.lines.map(({ lineId, amount }) => (
        <p key={lineId} className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
          <span lang="zh-CN">
            {lines.find((line) => line.lineId === lineId)?.productName} × {packs[lineId] ?? 0}
          </span>
          <Money value={amount} />
        </p>
      ))}
      <p className="flex flex-wrap items-baseline justify-between gap-x-3" role="status">
        <span>{t(wantsOthers(kind) ? 'afterSale.instead' : 'afterSale.amount')}</span>
        {quote ? <Money value={quote.amount} /> : <span>—</span>}
      </p>
      <ul className="list-disc ps-5 text-sm text-ink-faint">
        {wantsOthers(kind) && <li>{t(`afterSale.${kind}How`)}</li>}
        <li>{t('afterSale.formula')}</li>
        <li>{t('afterSale.refundTo')}</li>
        <li>{t('afterSale.coupons')}</li>
      </ul>
    </div>
  );
}

export function ClaimForm(props: ClaimFormProps) {
  const { orderId, headers } = props;
  const t = useT();
  const problemText = useProblemText();
  const form = useClaim(props);
  const { photos, send, tried } = form;
  const quote = useQuote(orderId, headers, form.claim);
  const keep = useKeepPhoto(orderId, headers);
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-5">
      {send.error && <Notice urgent tone="bad" title={problemText(send.error)} />}
      <WhatAndWhy form={form} />
      {form.choice.kind !== 'cancel' && (
        <PhotoPicker
          {...{ photos, keep }}
          onChange={form.setPhotos}
          error={tried && form.needsPhotos ? t('afterSale.needPhotos') : null}
        />
      )}
      <TextArea
        label={t('afterSale.words')}
        hint={t('afterSale.wordsHint')}
        optional
        maxLength={1000}
        value={form.words}
        onChange={(event) => form.setWords(event.target.value)}
      />
      <Quoted kind={form.choice.kind} quote={quote.data} lines={form.choice.lines} packs={form.packs} />
      {form.why === 'noReason' && <p className="text-sm text-ink-soft">{t('afterSale.returnFreight')}</p>}
      <p>
        <Button type="submit" pending={send.isPending}>
          {t('afterSale.submit')}
        </Button>
      </p>
    </form>
  );
}
