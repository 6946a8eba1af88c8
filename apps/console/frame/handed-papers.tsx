import { Button, useProblemText, type ApiProblem } from '@xihuo/ui';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { useT } from '../words';

interface Sending {
  send: (file: File, kept: (fileId: string) => void) => void;
  pending: boolean;
  error: ApiProblem | null;
}

export interface HandedPapers {
  ids: string[];
  picker: ReactNode;
  clear: () => void;
}

/** Papers to hand in with what is said: each is sent at once, and named by the id it got. */
export function useHandedPapers({ send, pending, error }: Sending, most = 10, hint?: string): HandedPapers {
  const t = useT();
  const problemText = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState<readonly { id: string; name: string }[]>([]);
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) send(file, (id) => setKept((before) => [...before, { id, name: file.name }]));
  };
  const picker = (
    <div className="flex flex-col gap-2">
      <p className="font-medium">
        {t('own.papers')} <span className="text-sm font-normal text-ink-faint">{hint ?? t('own.papersHint')}</span>
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
        onChange={add}
      />
      {kept.length < most && (
        <Button look="secondary" pending={pending} onClick={() => input.current?.click()}>
          {t('own.addPaper')}
        </Button>
      )}
      {error && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {problemText(error)}
        </p>
      )}
    </div>
  );
  return { ids: kept.map(({ id }) => id), picker, clear: () => setKept([]) };
}
