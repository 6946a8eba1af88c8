import { useApiClient, useProblemText } from '@xihuo/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PaperInput } from '../../frame/paper-input';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { firstFrame } from './first-frame';

const FILMS = 'video/mp4,video/quicktime,video/webm';
/** Bytes, as the server has it: said before half of it was sent in vain. */
const MOST = 30 * 1024 * 1024;

type Fault = 'tooLarge' | 'unreadable';
class NotTaken extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
  }
}

/** A film of the product: what it begins with is drawn here and handed in as a photograph, and the film behind it. */
export function FilmInput({ product, onKept }: { product: ProductKey; onKept: (id: string) => void }) {
  const t = useT();
  const api = useApiClient();
  const problemText = useProblemText();
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn: async (film: File) => {
      setShare(0);
      if (film.size > MOST) throw new NotTaken('tooLarge');
      const file = await firstFrame(film);
      if (!file) throw new NotTaken('unreadable');
      const at = { params: { ...product } };
      const frame = await api('POST /suppliers/{supplierId}/products/{productId}/pictures', { ...at, file });
      const query = { frameId: frame.id };
      return api('POST /suppliers/{supplierId}/products/{productId}/pictures', {
        ...{ ...at, query, file: film, onProgress: setShare },
      });
    },
    onSuccess: ({ id }) => onKept(id),
  });
  const { error } = send;
  return (
    <>
      <PaperInput accept={FILMS} onFiles={([film]) => film && !send.isPending && send.mutate(film)}>
        {t('picture.addFilm')}
      </PaperInput>
      {send.isPending && (
        <span role="status" className="numeric text-sm text-ink-faint">
          {share >= 1
            ? t('apply.documents.looking')
            : t('apply.documents.sending', { percent: Math.round(share * 100) })}
        </span>
      )}
      {error && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {error instanceof NotTaken ? t(`picture.film.${error.fault}`) : problemText(error)}
        </p>
      )}
    </>
  );
}
