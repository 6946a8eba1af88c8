import {
  Button,
  forgetIdempotencyKey,
  idempotencyKey,
  Notice,
  NumberStepper,
  Select,
  TextArea,
  useApiClient,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { PhotoPicker, type KeptPhoto } from '../ordering/after-sale/photo-picker';
import { useT } from '../words';
import type { Purchase } from './organisation';

type Part = NonNullable<Purchase['order']>['supplierOrders'][number];
const REASONS = ['damaged', 'quality', 'wrongGoods', 'shortPacks'] as const;
type Reason = (typeof REASONS)[number];

interface AcceptanceProps {
  purchase: Purchase;
  part: Part;
  reload: () => void;
}

function useKeepPhoto(id: string) {
  const api = useApiClient();
  return useMutation({
    mutationFn: (file: File) => api('POST /purchase-orders/{id}/photos', { params: { id }, file }),
  });
}

interface Turned {
  rejected: Record<string, number>;
  reason: Reason;
  words: string;
}

/** Line by line, how many packs are turned away. */
function Counts({ part, turned, set }: { part: Part; turned: Turned; set: (turned: Turned) => void }) {
  const t = useT();
  return (
    <ul className="flex flex-col gap-3">
      {part.lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-3">
          <span lang="zh-CN">
            {line.productName} {line.pack} × {line.shippedPacks}
          </span>
          <span className="flex items-center gap-2 text-sm text-ink-faint">
            {t('business.accept.rejected')}
            <NumberStepper
              size="small"
              label={`${t('business.accept.rejected')} ${line.productName}`}
              min={0}
              max={line.shippedPacks}
              value={turned.rejected[line.id] ?? 0}
              onChange={(packs) => set({ ...turned, rejected: { ...turned.rejected, [line.id]: packs } })}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface WhyProps {
  turned: Turned;
  set: (turned: Turned) => void;
  /** To show what was turned away: whoever sold it sees the same. */
  photos: ReactNode;
}

function Why({ turned, set, photos }: WhyProps) {
  const t = useT();
  return (
    <>
      <Select
        label={t('business.accept.reason')}
        value={turned.reason}
        choices={REASONS.map((value) => ({ value, label: t(`business.accept.reason.${value}`) }))}
        onChange={(event) =>
          set({ ...turned, reason: REASONS.find((value) => value === event.target.value) ?? turned.reason })
        }
      />
      {photos}
      <TextArea
        optional
        label={t('business.accept.words')}
        rows={2}
        maxLength={1000}
        value={turned.words}
        onChange={(event) => set({ ...turned, words: event.target.value })}
      />
    </>
  );
}

interface Papers {
  /** Null until whoever receives has said how they are. */
  complete: boolean | null;
  missing: string;
}

/** 验票: were the papers of the delivery looked at, and what of them is missing. They stand above, with each parcel. */
function PapersStep({ papers, set, tried }: { papers: Papers; set: (papers: Papers) => void; tried: boolean }) {
  const t = useT();
  const choice = (complete: boolean, word: string) => (
    <label className="flex min-h-target cursor-pointer items-center gap-2">
      <input
        type="radio"
        name="papers"
        className="size-4 accent-green"
        checked={papers.complete === complete}
        onChange={() => set({ ...papers, complete })}
      />
      {word}
    </label>
  );
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{t('business.papers.title')}</legend>
      <p className="text-sm text-ink-soft">{t('business.papers.lead')}</p>
      {choice(true, t('business.papers.complete'))}
      {choice(false, t('business.papers.incomplete'))}
      {papers.complete === false && (
        <TextArea
          label={t('business.papers.missing')}
          rows={2}
          maxLength={500}
          value={papers.missing}
          error={tried && papers.missing.trim() === '' ? t('business.papers.missingEmpty') : null}
          onChange={(event) => set({ ...papers, missing: event.target.value })}
        />
      )}
      {tried && papers.complete === null && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {t('business.papers.untold')}
        </p>
      )}
    </fieldset>
  );
}

/** Counts what came, line by line; what is turned away is claimed with photos in the same step. */
export function Acceptance({ purchase, part, reload }: AcceptanceProps) {
  const t = useT();
  const problemText = useProblemText();
  const [turned, set] = useState<Turned>({ rejected: {}, reason: 'damaged', words: '' });
  const [papers, setPapers] = useState<Papers>({ complete: null, missing: '' });
  const [isTried, setTried] = useState(false);
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const keep = useKeepPhoto(purchase.id);
  const scope = `accept.${part.id}`;
  const send = useSend('POST /purchase-orders/{id}/acceptances', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      reload();
    },
  });
  const { reason, words } = turned;
  const rejections = Object.entries(turned.rejected).flatMap(([lineId, packs]) =>
    packs > 0 ? [{ lineId, packs, reason }] : [],
  );
  const some = rejections.length > 0;
  const isMissing = some && photos.length === 0;
  const submit = () => {
    setTried(true);
    if (isMissing || papers.complete === null || (!papers.complete && papers.missing.trim() === '')) return;
    const photoIds = photos.map(({ photoId }) => photoId);
    const looked = { missing: papers.complete ? '' : papers.missing.trim() };
    const body = { supplierOrderId: part.id, rejections, words, photoIds, papers: looked };
    send.mutate({ params: { id: purchase.id }, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  return (
    <section className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
      <h3 className="text-base font-semibold">{t('business.accept.title')}</h3>
      <p className="text-sm text-ink-soft">{t('business.accept.lead', { days: purchase.terms.acceptanceDays })}</p>
      <Counts {...{ part, turned, set }} />
      {some && (
        <Why
          {...{ turned, set }}
          photos={
            <PhotoPicker
              {...{ photos, keep }}
              onChange={setPhotos}
              error={isTried && isMissing ? t('business.accept.photosMissing') : null}
            />
          }
        />
      )}
      <PapersStep papers={papers} set={setPapers} tried={isTried} />
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <Button className="self-start max-sm:w-full" pending={send.isPending || keep.isPending} onClick={submit}>
        {some ? t('business.accept.some') : t('business.accept.all')}
      </Button>
    </section>
  );
}
