import { Button, useApi } from '@xihuo/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSignedInMark } from '../account/signed-in-mark';
import { useT } from '../words';
import { keptDelivery, updateDelivery, type DeliveryDraft } from './delivery';
import { DeliveryForm, type DeliveryFormProps } from './delivery-form';
import { draftOf, isSame } from './kept-address';

/** Only who has an account has a book, only who asks for it pastes. */
const Book = lazy(() => import('./address-choice').then((module) => ({ default: module.Book })));
const BookFoot = lazy(() => import('./address-choice').then((module) => ({ default: module.BookFoot })));
const PasteBox = lazy(() => import('./paste-box').then((module) => ({ default: module.PasteBox })));

const isEmpty = ({ address, name, phone, path }: DeliveryDraft) => `${address}${name}${phone}${path.province}` === '';

/** The way to paste a whole address; what reads it comes once it is wanted. */
export function Paste({ onFound }: { onFound: (part: Partial<DeliveryDraft>) => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return open ? (
    <Suspense>
      <PasteBox onFound={onFound} />
    </Suspense>
  ) : (
    <p>
      <Button look="secondary" size="small" onClick={() => setOpen(true)}>
        {t('paste.open')}
      </Button>
    </p>
  );
}

/**
 * Where it goes: an address of the account's book, or one that is typed or pasted. What was typed in this browser before somebody signed
 * in stays; else the default of the book is taken.
 */
export function DeliveryPart({ draft, messages }: Omit<DeliveryFormProps, 'onChange'>) {
  const marked = useSignedInMark();
  const { data } = useApi('GET /me/addresses', {}, { enabled: marked });
  const rows = data?.data ?? [];
  const [wants, setWants] = useState(false);
  const typing = wants || !rows.some((row) => isSame(draft, row));
  const first = rows[0];
  useEffect(() => {
    if (first && !wants && isEmpty(keptDelivery.get())) keptDelivery.set(draftOf(first));
  }, [first, wants]);
  return (
    <Suspense>
      <div className="flex flex-col gap-4">
        {rows.length > 0 && <Book {...{ rows, draft, typing }} onType={setWants} />}
        {typing && (
          <>
            <Paste onFound={updateDelivery} />
            <DeliveryForm {...{ draft, messages }} onChange={updateDelivery} />
          </>
        )}
        {marked && <BookFoot {...{ draft, typing }} onKept={() => setWants(false)} />}
      </div>
    </Suspense>
  );
}
