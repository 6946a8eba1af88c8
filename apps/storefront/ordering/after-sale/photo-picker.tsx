import type { UseMutationResult } from '@tanstack/react-query';
import { Button, useProblemText } from '@xihuo/ui';
import { useId, useState, type Dispatch, type SetStateAction } from 'react';
import { useT } from '../../words';
import { Picture } from './photo';

const MOST = 9;
/** Bytes of a film, as the server has it: said before half of it was sent in vain. */
const MOST_FILM = 30 * 1024 * 1024;
const isFilm = (file: File) => file.type.startsWith('video/');

export interface KeptPhoto {
  photoId: string;
  file: File;
}

interface PhotoPickerProps {
  photos: readonly KeptPhoto[];
  onChange: Dispatch<SetStateAction<readonly KeptPhoto[]>>;
  /** Hands one in, and answers its id. */
  keep: Pick<UseMutationResult<{ photoId: string }, Error, File>, 'mutateAsync' | 'isPending' | 'error'>;
  error: string | null;
  /** What to take a picture of; what damage needs where absent. */
  hint?: string;
}

/** Photos are kept as soon as they are chosen, and named by their ids in the claim. */
export function PhotoPicker({ photos, onChange, keep, error, hint }: PhotoPickerProps) {
  const t = useT();
  const problemText = useProblemText();
  const id = useId();
  const [tooLong, setTooLong] = useState(false);
  const add = async (chosen: readonly File[]) => {
    const files = chosen.filter((file) => !isFilm(file) || file.size <= MOST_FILM);
    setTooLong(files.length < chosen.length);
    for (const file of files.slice(0, MOST - photos.length)) {
      const answer = await keep.mutateAsync(file).catch(() => null);
      if (!answer) break;
      onChange((before) => [...before, { photoId: answer.photoId, file }]);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        {t('afterSale.photos')}
      </label>
      <p id={`${id}-hint`} className="text-sm text-ink-faint">
        {keep.isPending ? t('afterSale.photoSending') : (hint ?? t('afterSale.photosHint'))}
      </p>
      {photos.length < MOST && (
        <input
          id={id}
          type="file"
          multiple
          disabled={keep.isPending}
          accept="image/jpeg,image/png,video/mp4,video/quicktime,video/webm"
          aria-describedby={`${id}-hint`}
          className="file-field"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void add(files);
          }}
        />
      )}
      <ul className="flex flex-wrap gap-3">
        {photos.map(({ photoId, file }, index) => (
          <li key={photoId} className="flex flex-col items-start">
            <Picture file={file} title={t(isFilm(file) ? 'afterSale.film' : 'afterSale.photo', { count: index + 1 })} />
            <Button look="quiet" size="small" onClick={() => onChange(photos.filter((one) => one.photoId !== photoId))}>
              {t('afterSale.photoRemove')}
            </Button>
          </li>
        ))}
      </ul>
      {(tooLong || (error ?? keep.error)) && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {tooLong ? t('afterSale.filmTooLong') : (error ?? problemText(keep.error))}
        </p>
      )}
    </div>
  );
}
