import { Button, Card, Notice, TextArea, useProblemText, useSend } from '@xihuo/ui';
import { useId, useState } from 'react';
import { useT } from '../words';
import { useCart } from '../ordering/cart-store';
import { asInCart, draftsOf, listOf, type Draft } from './list-lines';

/** A list pasted or handed in as a table; what it means is the server's to say. */
export function ListForm({ organisationId, onRead }: { organisationId: string; onRead: (drafts: Draft[]) => void }) {
  const t = useT();
  const id = useId();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const params = { id: organisationId };
  const paste = useSend('POST /organisations/{id}/purchase-lists', {
    onSuccess: ({ lines }) => onRead(draftsOf(lines)),
  });
  const hand = useSend('POST /organisations/{id}/purchase-list-files', {
    onSuccess: ({ lines }) => onRead(draftsOf(lines)),
  });
  const chosen = useCart().filter(({ selected }) => selected);
  const fromCart = () =>
    paste.mutate(
      { params, body: { text: listOf(chosen) } },
      { onSuccess: ({ lines }) => onRead(asInCart(draftsOf(lines), chosen)) },
    );
  const error = paste.error ?? hand.error;
  return (
    <Card title={t('business.list.title')}>
      <div className="flex flex-col gap-4">
        <TextArea
          label={t('business.list.label')}
          hint={t('business.list.hint')}
          rows={6}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          className="self-start max-sm:w-full"
          pending={paste.isPending}
          unavailable={text.trim() === ''}
          onClick={() => paste.mutate({ params, body: { text } })}
        >
          {t('business.list.read')}
        </Button>
        {chosen.length > 0 && (
          <Button look="secondary" className="self-start max-sm:w-full" pending={paste.isPending} onClick={fromCart}>
            {t('business.list.fromCart', { count: chosen.length })}
          </Button>
        )}
        <div className="flex flex-col gap-1.5">
          <label htmlFor={id} className="font-medium">
            {t('business.list.file')}
          </label>
          <input
            id={id}
            type="file"
            accept=".xlsx,.csv,.txt"
            className="file-field"
            onChange={(event) => {
              const [file] = [...(event.target.files ?? [])];
              event.target.value = '';
              if (file) hand.mutate({ params, file });
            }}
          />
        </div>
        {error && <Notice tone="bad" urgent title={problemText(error)} />}
      </div>
    </Card>
  );
}
