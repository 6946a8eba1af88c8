import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { contentOf, fieldsOf, LISTING, openChange, typedOf, type Listing, type Typed } from './typed';

/** Saves what was typed as the change, hands it in, and takes it back. */
export function useListing(listing: Listing, product: ProductKey) {
  const t = useT();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(() => typedOf(listing));
  const [note, setNote] = useState(openChange(listing)?.note ?? '');
  const kept = (next: Listing) => queries.setQueryData(routeKey(LISTING, { params: { ...product } }), next);
  const save = useSend('PUT /suppliers/{supplierId}/products/{productId}/listing/change', { onSuccess: kept });
  const submit = useSend('POST /suppliers/{supplierId}/products/{productId}/listing/change/submit', {
    onSuccess: (next) => {
      kept(next);
      toast(t('listingForm.submitted'));
    },
  });
  const cancel = useSend('POST /suppliers/{supplierId}/products/{productId}/listing/change/cancel', {
    onSuccess: (next) => {
      kept(next);
      setTyped(typedOf(next));
      setNote('');
      toast(t('listingForm.cancelled'));
    },
  });
  const content = contentOf(typed);
  const stands = contentOf(typedOf(listing));
  const changed = JSON.stringify(content) !== JSON.stringify(stands) || note !== (openChange(listing)?.note ?? '');
  const saveNow = () => {
    // What was refused before speaks of words that may be mended by now.
    submit.reset();
    return save.mutateAsync({
      params: { ...product },
      version: listing.version,
      body: { fields: fieldsOf(listing, content!), note },
    });
  };
  const submitNow = async () => {
    const { version } = changed ? await saveNow() : listing;
    await submit.mutateAsync({ params: { ...product }, version });
  };
  // What was refused stands beside the buttons already.
  const quietly = (done: Promise<unknown>) => void done.catch(() => undefined);
  return {
    ...{ typed, note, setNote, changed, content, save, submit, cancel },
    set: (some: Partial<Typed>) => setTyped((before) => ({ ...before, ...some })),
    saveNow: () => quietly(saveNow()),
    submitNow: () => quietly(submitNow()),
    cancelNow: () => cancel.mutate({ params: { ...product }, version: listing.version }),
  };
}
