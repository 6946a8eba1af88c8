import { useQueryClient } from '@tanstack/react-query';
import { Button, forgetIdempotencyKey, idempotencyKey, routeKey, TextArea, toast, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import type { Told } from './history';
import { Problem } from './problem';
import { useDeedT } from './trail-words';
import { useUnsaved } from './unsaved/use-unsaved';

/** As long as the server takes it. */
const MOST = 1000;

/** Something about the thing for colleagues of the own side, who find it among what was done. */
export function NoteForm({ of }: { of: Told }) {
  const deed = useDeedT();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  useUnsaved(text !== '', deed('trail.note.lost'));
  const scope = `note-${of.kind}-${of.id}`;
  const send = useSend('POST /history/{kind}/{id}/notes', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      setTyped('');
      toast(deed('trail.note.done'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /history/{kind}/{id}') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { text };
    if (text !== '') send.mutate({ params: of, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  return (
    <form className="flex max-w-[44em] flex-col items-start gap-3 pt-4" onSubmit={submit}>
      <TextArea
        label={deed('trail.note.label')}
        hint={deed('trail.note.hint')}
        maxLength={MOST}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Problem problem={send.error} />
      <Button
        type="submit"
        data-act="POST /history/{kind}/{id}/notes"
        look="secondary"
        pending={send.isPending}
        unavailable={text === ''}
      >
        {deed('trail.note.add')}
      </Button>
    </form>
  );
}
