import type { InputOf } from '@xihuo/contract';
import { Button, Dialog, ErrorBoundary, Loading, Skeleton } from '@xihuo/ui';
import { lazy, Suspense, useState } from 'react';
import { useMe, type Me } from '../identity/me';
import { useT } from '../words';
import readers from './history-readers.json';
import { withDeeds } from './with-deeds';

const Lines = lazy(async () => {
  const [{ Lines: part }] = await Promise.all([withDeeds(import('./history-lines')), needChanged()]);
  return { default: part };
});

/** With the words for what was changed, which nothing else says. */
const needChanged = () => import('./changed-words').then((module) => module.needChanged());

/** A thing by the name that the trail calls its kind. */
export interface Told {
  kind: HistoryKind;
  id: string;
}

type HistoryKind = InputOf<'GET /history/{kind}/{id}'>['params']['kind'];

/** Written by `npm run contract` from what the server tells whom. */
const READERS: Record<HistoryKind, { anywhere: string[]; country: string[] }> = readers;

/** Whether the server tells them at all: nobody is shown what would be refused. */
export function mayRead(kind: HistoryKind, me: Me): boolean {
  const { anywhere, country } = READERS[kind];
  return me.grants.some(
    ({ role, jurisdiction }) => anywhere.includes(role) || (jurisdiction === null && country.includes(role)),
  );
}

/** What was done to the thing of a page: asked for when somebody wants to know. */
export function History({ of }: { of: Told }) {
  const t = useT();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!mayRead(of.kind, me)) return null;
  return (
    <details
      className="mt-8 border-t border-line pt-2 print:hidden"
      // Once opened it stays beneath: what was begun of a note is there when it is opened again.
      onToggle={(event) => event.currentTarget.open && setOpen(true)}
    >
      <summary className="inline-flex min-h-target cursor-pointer items-center font-medium text-green">
        {t('history.done')}
      </summary>
      {isOpen && <Fetched of={of} />}
    </details>
  );
}

function Fetched({ of }: { of: Told }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<LinesToCome />}>
        <Lines of={of} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The same of a thing that has no page of its own: in a box, from its row. */
export function HistoryButton({ of, name }: { of: Told; name: string }) {
  const t = useT();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!mayRead(of.kind, me)) return null;
  const title = `${t('history.done')}${t('list.colon')}${name}`;
  return (
    <>
      <Button look="quiet" size="small" className="whitespace-nowrap" aria-label={title} onClick={() => setOpen(true)}>
        {t('history.done')}
      </Button>
      <Dialog title={title} open={isOpen} onClose={() => setOpen(false)}>
        <Fetched of={of} />
      </Dialog>
    </>
  );
}

export function LinesToCome() {
  return (
    <Loading>
      <Skeleton className="h-24 max-w-[44em]" />
    </Loading>
  );
}
