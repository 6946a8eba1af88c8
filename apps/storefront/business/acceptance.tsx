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

/** Counts what came, line by line; what is turned away is claimed with photos in the same step. */
export function Acceptance({ purchase, part, reload }: AcceptanceProps) {
  const t = useT();
  const problemText = useProblemText();
  const [turned, set] = useState<Turned>({ rejected: {}, reason: 'damaged', words: '' });
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
    if (isMissing) return;
    const photoIds = photos.map(({ photoId }) => photoId);
    const body = { supplierOrderId: part.id, rejections, words, photoIds };
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
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <Button className="self-start max-sm:w-full" pending={send.isPending || keep.isPending} onClick={submit}>
        {some ? t('business.accept.some') : t('business.accept.all')}
      </Button>
    </section>
  );
}
