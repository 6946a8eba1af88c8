import { Dialog, useApi } from '@xihuo/ui';
import { useSource } from '../../frame/use-source';
import { Whole } from '../../frame/whole';
import type { ApplicationFile } from './file';

function Shown({ name, blob }: { name: string; blob: Blob }) {
  return blob.type === 'application/pdf' ? <Pages {...{ name, blob }} /> : <Picture {...{ name, blob }} />;
}

function Pages({ name, blob }: { name: string; blob: Blob }) {
  const source = useSource<HTMLIFrameElement>(blob);
  return <iframe title={name} ref={source} className="h-[70dvh] w-full rounded-md border border-line" />;
}

function Picture({ name, blob }: { name: string; blob: Blob }) {
  const source = useSource<HTMLImageElement>(blob);
  return <img ref={source} alt={name} className="mx-auto max-h-[70dvh] rounded-md" />;
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
