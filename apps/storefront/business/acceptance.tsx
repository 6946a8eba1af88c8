import {
  Button,
  forgetIdempotencyKey,
  idempotencyKey,
  Notice,
  NumberStepper,
  Select,
  TextArea,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useId, useState } from 'react';
import { useT } from '../words';
import type { Purchase } from './use-organisation';

type Part = NonNullable<Purchase['order']>['supplierOrders'][number];
const REASONS = ['damaged', 'quality', 'wrongGoods', 'shortPacks'] as const;
type Reason = (typeof REASONS)[number];

interface AcceptanceProps {
  purchase: Purchase;
  part: Part;
  reload: () => void;
}

function usePhotos(id: string) {
  const [photoIds, setPhotoIds] = useState<string[]>([]);
  const send = useSend('POST /purchase-orders/{id}/photos');
  const add = async (files: readonly File[]) => {
    for (const file of files) {
      const kept = await send.mutateAsync({ params: { id }, file }).catch(() => null);
      if (!kept) break;
      setPhotoIds((before) => [...before, kept.photoId].slice(0, 9));
    }
  };
  return { photoIds, add, isPending: send.isPending, error: send.error };
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
  photos: ReturnType<typeof usePhotos>;
  isMissing: boolean;
}

/** Why, shown by photos: whoever sold it sees the same. */
function Why({ turned, set, photos, isMissing }: WhyProps) {
  const t = useT();
  const fileId = useId();
  return (
    <>
      <Select
        label={t('business.accept.reason')}
        value={turned.reason}
        choices={REASONS.map((value) => ({ value, label: t(`business.accept.reason.${value}`) }))}
        onChange={(event) => set({ ...turned, reason: event.target.value as Reason })}
      />
      <div className="flex flex-col gap-1.5">
        <label htmlFor={fileId} className="font-medium">
          {t('business.accept.photos')}
        </label>
        <p className="text-sm text-ink-faint">
          {photos.photoIds.length > 0
            ? t('business.accept.photoKept', { count: photos.photoIds.length })
            : t('business.accept.photosHint')}
        </p>
        <input
          id={fileId}
          type="file"
          multiple
          accept="image/jpeg,image/png"
          className="min-h-target max-w-full py-2"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void photos.add(files);
          }}
        />
        {isMissing && (
          <p role="alert" className="text-sm font-medium text-cinnabar">
            {t('business.accept.photosMissing')}
          </p>
        )}
      </div>
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
  const photos = usePhotos(purchase.id);
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
  const isMissing = some && photos.photoIds.length === 0;
  const submit = () => {
    setTried(true);
    if (isMissing) return;
    const body = { supplierOrderId: part.id, rejections, words, photoIds: photos.photoIds };
    send.mutate({ params: { id: purchase.id }, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  const error = send.error ?? photos.error;
  return (
    <section className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
      <h3 className="text-base font-semibold">{t('business.accept.title')}</h3>
      <p className="text-sm text-ink-soft">{t('business.accept.lead', { days: purchase.terms.acceptanceDays })}</p>
      <Counts {...{ part, turned, set }} />
      {some && <Why {...{ turned, set, photos }} isMissing={isTried && isMissing} />}
      {error && <Notice tone="bad" urgent title={problemText(error)} />}
      <Button className="self-start max-sm:w-full" pending={send.isPending || photos.isPending} onClick={submit}>
        {some ? t('business.accept.some') : t('business.accept.all')}
      </Button>
    </section>
  );
}
