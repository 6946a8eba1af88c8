import { useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, EmptyState, ErrorState, routeKey, toast, useApi, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { Waiting } from '../../admission/reading';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { AddressLines } from '../../ordering/address-lines';
import type { KeptAddress } from '../../ordering/kept-address';
import { useT } from '../../words';
import { ForAccount } from '../for-account';
import { AddressEditor } from './address-editor';

const MOST = 20;

function useForget(onDone: () => void) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useSend('DELETE /me/addresses/{id}', {
    onSuccess: (book) => {
      queries.setQueryData(routeKey('GET /me/addresses', {}), book);
      toast(t('book.deleted'));
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
    onSettled: onDone,
  });
}

function Row({ address, onEdit, onDelete }: { address: KeptAddress; onEdit: () => void; onDelete: () => void }) {
  const t = useT();
  const of = { name: address.delivery.name, place: address.regionName };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border border-line bg-surface p-4">
      <AddressLines address={address} />
      <span className="ms-auto flex gap-2">
        <Button look="secondary" size="small" aria-label={t('book.editOf', of)} onClick={onEdit}>
          {t('book.change')}
        </Button>
        <Button look="quiet" size="small" aria-label={t('book.deleteOf', of)} onClick={onDelete}>
          {t('book.delete')}
        </Button>
      </span>
    </li>
  );
}

function Book() {
  const t = useT();
  const query = useApi('GET /me/addresses', {});
  const [editing, setEditing] = useState<KeptAddress | 'new' | null>(null);
  const [leaving, setLeaving] = useState<KeptAddress | null>(null);
  const forget = useForget(() => setLeaving(null));
  if (!query.data)
    return query.error ? <ErrorState problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
  if (editing !== null)
    return <AddressEditor address={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />;
  const rows = query.data.data;
  const add = (
    <Button unavailable={rows.length >= MOST} onClick={() => setEditing('new')}>
      {t('book.add')}
    </Button>
  );
  if (rows.length === 0)
    return (
      <EmptyState title={t('book.none')} action={add}>
        {t('book.noneText')}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <Row key={row.id} address={row} onEdit={() => setEditing(row)} onDelete={() => setLeaving(row)} />
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-4">
        {add}
        <span className="text-sm text-ink-faint">{t('book.most', { count: rows.length, most: MOST })}</span>
      </p>
      <Dialog
        kind="alertdialog"
        title={t('book.deleteAsk')}
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        actions={
          <Button
            look="danger"
            pending={forget.isPending}
            onClick={() => leaving && forget.mutate({ params: { id: leaving.id } })}
          >
            {t('book.deleteDo')}
          </Button>
        }
      >
        {leaving && <AddressLines address={leaving} />}
      </Dialog>
    </div>
  );
}

/** Where the account has things sent, on whatever device. */
export function AddressBookPage() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle lead={t('book.lead')}>{t('book.title')}</PageTitle>
      <ForAccount lead={t('book.signIn')}>
        <Book />
      </ForAccount>
    </NarrowPage>
  );
}
