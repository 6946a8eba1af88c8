import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, routeKey, useApiClient } from '@xihuo/ui';
import { useRef, useState } from 'react';
import type { DocumentKind } from './file';
import { shrink } from './shrink';

export interface Sending {
  id: number;
  kind: DocumentKind;
  name: string;
  /** Between 0 and 1; 1 while the server looks at it. */
  share: number;
  problem: ApiProblem | null;
  file: File;
}

/** Papers on their way, one after the other: on a weak line two at once are two that fail. */
export function useUploads(applicationId: string) {
  const api = useApiClient();
  const queries = useQueryClient();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const count = useRef(0);
  const note = (id: number, some: Partial<Sending>) =>
    setSendings((all) => all.map((one) => (one.id === id ? { ...one, ...some } : one)));
  const drop = (id: number) => setSendings((all) => all.filter((one) => one.id !== id));

  const send = async ({ id, kind, name, file }: Sending) => {
    try {
      await api('POST /admission/applications/{id}/documents', {
        params: { id: applicationId },
        query: { kind, name: name.slice(0, 120) },
        file: await shrink(file),
        onProgress: (share) => note(id, { share }),
      });
      await queries.invalidateQueries({
        queryKey: routeKey('GET /admission/applications/{id}/file', { params: { id: applicationId } }),
      });
      drop(id);
    } catch (error) {
      note(id, { share: 0, problem: error instanceof ApiProblem ? error : new ApiProblem(0, 'NETWORK') });
    }
  };
  const queue = (sending: Sending) => {
    line.current = line.current.then(() => send(sending));
  };
  return {
    sendings,
    drop,
    add: (kind: DocumentKind, files: readonly File[]) => {
      const added = files.map((file) => ({
        id: (count.current += 1),
        kind,
        name: file.name,
        share: 0,
        problem: null,
        file,
      }));
      setSendings((all) => [...all, ...added]);
      added.forEach(queue);
    },
    again: (sending: Sending) => {
      note(sending.id, { problem: null, share: 0 });
      queue(sending);
    },
  };
}
