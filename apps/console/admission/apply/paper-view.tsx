import { Dialog, useApi } from '@xihuo/ui';
import { useMemo } from 'react';
import { Whole } from '../../frame/whole';
import type { ApplicationFile } from './file';

/** Gives an element the address of what lies in memory, for as long as the element is there. */
const sourceOf = (blob: Blob) => (element: HTMLImageElement | HTMLIFrameElement | null) => {
  if (!element) return undefined;
  const url = URL.createObjectURL(blob);
  element.src = url;
  return () => URL.revokeObjectURL(url);
};

function Shown({ name, blob }: { name: string; blob: Blob }) {
  const source = useMemo(() => sourceOf(blob), [blob]);
  return blob.type === 'application/pdf' ? (
    <iframe title={name} ref={source} className="h-[70dvh] w-full rounded-md border border-line" />
  ) : (
    <img ref={source} alt={name} className="mx-auto max-h-[70dvh] rounded-md" />
  );
}

/** A paper as the reviewers will see it: photographs without place and camera, pages as they are. */
export function PaperView({
  applicationId,
  paper,
  onClose,
}: {
  applicationId: string;
  paper: ApplicationFile['documents'][number];
  onClose: () => void;
}) {
  const query = useApi(
    'GET /admission/applications/{id}/documents/{documentId}',
    { params: { id: applicationId, documentId: paper.id } },
    { staleTime: Infinity, gcTime: 60_000 },
  );
  return (
    <Dialog title={paper.name} open onClose={onClose}>
      <Whole query={query}>{(blob) => <Shown name={paper.name} blob={blob} />}</Whole>
    </Dialog>
  );
}
