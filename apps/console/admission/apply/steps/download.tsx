import { Button, useProblemText, type RouteKey } from '@xihuo/ui';
import { useState } from 'react';
import { saveFile } from '../../../frame/save-file';

interface DownloadProps {
  word: string;
  name: string;
  /** Null where there is nothing to save after all, and that is said already. */
  get: () => Promise<Blob | null>;
  /** What is written down with it. */
  act?: RouteKey;
}

/** A download with a button of its own, and the sentence where it failed. */
export function Download({ word, name, get, act }: DownloadProps) {
  const problemText = useProblemText();
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const start = () => {
    setPending(true);
    setProblem(null);
    get()
      .then((blob) => blob && saveFile(blob, name))
      .catch(setProblem)
      .finally(() => setPending(false));
  };
  return (
    <span>
      <Button data-act={act} look="quiet" size="small" className="-ms-3" pending={pending} onClick={start}>
        {word}
      </Button>
      {problem !== null && <span className="block text-sm text-cinnabar">{problemText(problem)}</span>}
    </span>
  );
}
