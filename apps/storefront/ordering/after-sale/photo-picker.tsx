import { Button, useProblemText, useSend } from '@xihuo/ui';
import { useId } from 'react';
import { useT } from '../../words';
import { Photo } from './photo';

const MOST = 9;

interface PhotoPickerProps {
  orderId: string;
  headers: Record<string, string>;
  photoIds: readonly string[];
  error: string | null;
  onChange: (photoIds: string[]) => void;
}

/** Photos are kept as soon as they are chosen, and named by their ids in the claim. */
export function PhotoPicker({ orderId, headers, photoIds, error, onChange }: PhotoPickerProps) {
  const t = useT();
  const problemText = useProblemText();
  const id = useId();
  const send = useSend('POST /orders/{id}/after-sale-photos');
  const add = async (files: readonly File[]) => {
    const kept = [...photoIds];
    for (const file of files.slice(0, MOST - kept.length)) {
      const answer = await send.mutateAsync({ params: { id: orderId }, headers, file }).catch(() => null);
      if (!answer) break;
      kept.push(answer.photoId);
      onChange([...kept]);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        {t('afterSale.photos')}
      </label>
      <p id={`${id}-hint`} className="text-sm text-ink-faint">
        {send.isPending ? t('afterSale.photoSending') : t('afterSale.photosHint')}
      </p>
      {photoIds.length < MOST && (
        <input
          id={id}
          type="file"
          multiple
          accept="image/jpeg,image/png"
          aria-describedby={`${id}-hint`}
          className="min-h-target max-w-full py-2"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void add(files);
          }}
        />
      )}
      <ul className="flex flex-wrap gap-3">
        {photoIds.map((photoId, index) => (
          <li key={photoId} className="flex flex-col items-start">
            <Photo {...{ orderId, photoId, headers }} title={t('afterSale.photo', { count: index + 1 })} />
            <Button look="quiet" size="small" onClick={() => onChange(photoIds.filter((one) => one !== photoId))}>
              {t('afterSale.photoRemove')}
            </Button>
          </li>
        ))}
      </ul>
      {(error ?? send.error) && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {error ?? problemText(send.error!)}
        </p>
      )}
    </div>
  );
}
