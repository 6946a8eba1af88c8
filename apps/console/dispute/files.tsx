import { Dialog, type Api } from '@xihuo/ui';
import { useState } from 'react';
import { PaperSheet } from '../frame/paper-viewer';
import { useT } from '../words';
import type { Case } from './parts';

/** A file in so many words: a film may take its time. */
export const AS_FILE = { accept: '*/*' };

interface FilesProps {
  files: Case['messages'][number]['files'];
  read: (api: Api, fileId: string) => Promise<Blob>;
}

/** What was handed in with a message, each in a box of its own. */
export function Files({ files, read }: FilesProps) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  if (files.length === 0) return null;
  const title = (id: string) => t('dispute.file', { number: files.findIndex((file) => file.fileId === id) + 1 });
  return (
    <>
      <ul className="flex flex-wrap gap-x-4">
        {files.map(({ fileId }) => (
          <li key={fileId}>
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setOpen(fileId)}
              className="touch text-green underline-offset-4 hover:underline"
            >
              {title(fileId)}
            </button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <Dialog title={title(open)} open wide onClose={() => setOpen(null)}>
          <PaperSheet paper={{ id: open, title: title(open) }} read={read} />
        </Dialog>
      )}
    </>
  );
}
