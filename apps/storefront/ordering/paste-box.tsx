import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, TextArea, useApiClient, useProblemText } from '@xihuo/ui';
import { useCallback, useState } from 'react';
import { useT } from '../words';
import type { DeliveryDraft } from './delivery';
import type { Below } from './paste/place';

const HOUR = 3_600_000;

/** Regions as the cascade reads them, kept with it. */
function useBelow(): Below {
  const api = useApiClient();
  const queries = useQueryClient();
  return useCallback(
    async (parent) => {
      const input = parent ? { query: { parent } } : {};
      const { data } = await queries.fetchQuery({
        queryKey: routeKey('GET /regions', input),
        queryFn: () => api('GET /regions', input),
        staleTime: HOUR,
      });
      return data;
    },
    [api, queries],
  );
}

/** What was found, as far as it was: the rest of the form stays as it is. */
async function readInto(text: string, below: Below): Promise<Partial<DeliveryDraft>> {
  const { parseAddress } = await import('./paste/parse-address');
  const { name, phone, path, address } = await parseAddress(text, below);
  return {
    ...(name && { name }),
    ...(phone && { phone }),
    ...(path && { path, regionCode: null }),
    ...(address && { address }),
  };
}

/** A whole address pasted at once: name, phone and place go to their fields. Nothing leaves the browser for it. */
export function PasteBox({ onFound }: { onFound: (part: Partial<DeliveryDraft>) => void }) {
  const t = useT();
  const problemText = useProblemText();
  const below = useBelow();
  const [text, setText] = useState('');
  const [state, setState] = useState<'idle' | 'reading' | 'nothing' | 'done'>('idle');
  const [failed, setFailed] = useState<unknown>(null);
  const read = (pasted: string) => {
    setState('reading');
    setFailed(null);
    readInto(pasted, below).then(
      (part) => {
        const found = Object.keys(part).length > 0;
        setState(found ? 'done' : 'nothing');
        if (found) onFound(part);
      },
      (error: unknown) => {
        setState('idle');
        setFailed(error);
      },
    );
  };
  return (
    <div className="flex flex-col gap-3 rounded-md bg-sunken p-4">
      <TextArea
        label={t('paste.label')}
        hint={t('paste.hint')}
        rows={3}
        maxLength={400}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (text === '' && pasted.trim() !== '') read(pasted);
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="secondary"
          size="small"
          pending={state === 'reading'}
          unavailable={text.trim() === ''}
          onClick={() => read(text)}
        >
          {t('paste.read')}
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {state === 'done' && t('paste.done')}
          {state === 'nothing' && t('paste.nothing')}
        </span>
      </div>
      {failed !== null && <Notice urgent tone="bad" title={problemText(failed)} />}
    </div>
  );
}
