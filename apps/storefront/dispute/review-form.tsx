import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Notice,
  routeKey,
  TextArea,
  toast,
  useApiClient,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { PhotoPicker, type KeptPhoto } from '../ordering/after-sale/photo-picker';
import { orderHeaders } from '../ordering/order-keys';
import { useT } from '../words';

type Line = Output<'GET /orders/{id}/reviews'>['data'][number];
const SCORES = [1, 2, 3, 4, 5] as const;

function useKeepPhoto(orderId: string, token: string | undefined) {
  const api = useApiClient();
  return useMutation({
    mutationFn: (file: File) =>
      api('POST /orders/{id}/review-photos', { params: { id: orderId }, headers: orderHeaders(token), file }),
  });
}

/** Score, words and photos of one line, which then stay as they are. */
export function ReviewForm({ orderId, line, token }: { orderId: string; line: Line; token: string | undefined }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [score, setScore] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const keep = useKeepPhoto(orderId, token);
  const [tried, setTried] = useState(false);
  const send = useSend('POST /orders/{id}/reviews', {
    onSuccess: () => {
      toast(t('review.thanks'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}/reviews') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (score === null || send.isPending || keep.isPending) return;
    const photoIds = photos.map(({ photoId }) => photoId);
    const body = { lineId: line.lineId, score, words: words.trim(), photoIds };
    send.mutate({ params: { id: orderId }, body, headers: orderHeaders(token) });
  };
  return (
    <form noValidate onSubmit={submit} className="mt-2 flex flex-col gap-3">
      <fieldset>
        <legend className="mb-1.5 font-medium">{t('review.yourScore')}</legend>
        <div className="flex flex-wrap gap-2">
          {SCORES.map((value) => (
            <label
              key={value}
              className="flex min-h-target cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface px-4 has-checked:border-green has-checked:bg-green-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-slate"
            >
              <input
                type="radio"
                name={`score-${line.lineId}`}
                className="size-4 accent-green"
                checked={score === value}
                onChange={() => setScore(value)}
              />
              {t('review.points', { score: value })}
            </label>
          ))}
        </div>
        {tried && score === null && <p className="text-sm font-medium text-cinnabar">{t('review.scoreMissing')}</p>}
      </fieldset>
      <TextArea
        label={t('review.words')}
        optional
        rows={3}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <PhotoPicker {...{ photos, keep }} hint={t('review.photosHint')} onChange={setPhotos} error={null} />
      <p className="text-sm text-ink-faint">{t('review.stays')}</p>
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <Button type="submit" className="self-start max-sm:w-full" pending={send.isPending}>
        {t('review.send')}
      </Button>
    </form>
  );
}
