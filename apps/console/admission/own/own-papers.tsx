import { Button, useProblemText, useSend } from '@xihuo/ui';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { useT } from '../../words';

/** Papers to hand in with what is said: each is sent at once, and named by the id it got. */
export function useOwnPapers(supplierId: string, most = 10): { ids: string[]; picker: ReactNode; clear: () => void } {
  const t = useT();
  const problemText = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState<readonly { id: string; name: string }[]>([]);
  const send = useSend('POST /supplier/papers');
  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    send.mutate(
      { query: { supplierId }, file },
      { onSuccess: ({ fileId }) => setKept((before) => [...before, { id: fileId, name: file.name }]) },
    );
  };
  const picker = (
    <div className="flex flex-col gap-2">
      <p className="font-medium">
        {t('own.papers')} <span className="text-sm font-normal text-ink-faint">{t('own.papersHint')}</span>
      </p>
      <ul>
        {kept.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-3">
            <span className="min-w-0 break-words">{name}</span>
            <Button
              look="quiet"
              size="small"
              onClick={() => setKept((before) => before.filter((one) => one.id !== id))}
            >
              {t('own.removePaper')}
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        aria-label={t('own.addPaper')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void add(event)}
      />
      {kept.length < most && (
        <Button look="secondary" pending={send.isPending} onClick={() => input.current?.click()}>
          {t('own.addPaper')}
        </Button>
      )}
      {send.error && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {problemText(send.error)}
        </p>
      )}
    </div>
  );
  return { ids: kept.map(({ id }) => id), picker, clear: () => setKept([]) };
}
