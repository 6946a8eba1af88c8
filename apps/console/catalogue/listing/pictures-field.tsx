import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, routeKey, useProblemText, useSend } from '@xihuo/ui';
import { useEffect } from 'react';
import { PaperInput } from '../../frame/paper-input';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { FilmInput } from './film-input';
import { filmOf, PictureThumb } from './picture-thumb';
import { LISTING, type Picture } from './typed';

const PICTURES = 'image/jpeg,image/png,image/webp';
const MOST = 9;
const LOOK_AGAIN_MS = 2_000;

interface PicturesFieldProps {
  product: ProductKey;
  pictures: readonly Picture[];
  chosen: readonly string[];
  locked: boolean;
  onChange: (ids: string[]) => void;
}

/** Photographs of the product: handed in, chosen and ordered. Until there are any the shop shows a drawn illustration and says so. */
export function PicturesField({ product, pictures, chosen, locked, onChange }: PicturesFieldProps) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: routeKey(LISTING) });
  const kept = (id: string) => {
    if (chosen.length < MOST) onChange([...chosen, id]);
    again();
  };
  const send = useSend('POST /suppliers/{supplierId}/products/{productId}/pictures', {
    onSuccess: ({ id }) => kept(id),
  });
  const filmed = pictures.some((one) => chosen.includes(one.id) && filmOf(one));
  const waits = pictures.some(({ state }) => state === 'received');
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  });
  const others = pictures.filter(({ id, state }) => state === 'ready' && !chosen.includes(id));
  const move = (at: number, by: number) => {
    const next = [...chosen];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    onChange(next);
  };
  return (
    <Card title={t('listingForm.pictures')}>
      <p className="mb-3 text-sm text-ink-faint">{t('listingForm.picturesText')}</p>
      <ol className="flex flex-wrap gap-4">
        {chosen.map((id, index) => (
          <li key={id} className="flex flex-col items-center gap-1">
            <PictureThumb picture={pictures.find((one) => one.id === id)} />
            <span className="text-xs text-ink-faint">
              {index === 0 ? t('picture.first') : t('picture.nth', { nth: index + 1 })}
            </span>
            {!locked && (
              <span className="flex flex-wrap justify-center">
                {index > 0 && (
                  <Button look="quiet" size="small" onClick={() => move(index, -1)}>
                    {t('picture.earlier')}
                  </Button>
                )}
                <Button look="quiet" size="small" onClick={() => onChange(chosen.filter((one) => one !== id))}>
                  {t('picture.takeOut')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {others.length > 0 && !locked && <NotShown others={others} onShow={(id) => onChange([...chosen, id])} />}
      {!locked && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <PaperInput
            accept={PICTURES}
            onFiles={([file]) => file && !send.isPending && send.mutate({ params: { ...product }, file })}
          >
            {t(send.isPending ? 'picture.sending' : 'picture.add')}
          </PaperInput>
          {!filmed && <FilmInput product={product} onKept={kept} />}
        </div>
      )}
      {send.error && (
        <p role="alert" className="mt-2 text-sm font-medium text-cinnabar">
          {problemText(send.error)}
        </p>
      )}
    </Card>
  );
}

function NotShown({ others, onShow }: { others: readonly Picture[]; onShow: (id: string) => void }) {
  const t = useT();
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="mb-2 text-sm text-ink-faint">{t('picture.notShown')}</p>
      <ul className="flex flex-wrap gap-4">
        {others.map((picture) => (
          <li key={picture.id} className="flex flex-col items-center">
            <PictureThumb picture={picture} />
            <Button look="quiet" size="small" onClick={() => onShow(picture.id)}>
              {t('picture.show')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
