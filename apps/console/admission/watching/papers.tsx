import { Dialog } from '@xihuo/ui';
import { useState } from 'react';
import { PaperSheet } from '../../frame/paper-viewer';
import { useT } from '../../words';

/** Papers that were handed in, each in a box of its own: read with the session of the console, as the server lets whoever asks. */
export function Papers({ ids, word }: { ids: readonly string[]; word?: string }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  if (ids.length === 0) return null;
  const title = (id: string) => word ?? t('papers.one', { number: ids.indexOf(id) + 1 });
  return (
    <>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setOpen(id)}
              className="touch text-green underline-offset-4 hover:underline"
            >
              {title(id)}
            </button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <Dialog title={title(open)} open wide onClose={() => setOpen(null)}>
          <PaperSheet
            paper={{ id: open, title: title(open) }}
            read={(api, fileId) => api('GET /admission/papers/{fileId}', { params: { fileId } })}
          />
        </Dialog>
      )}
    </>
  );
}
