import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, useSend } from '@xihuo/ui';
import { useTypedOver } from '../../frame/typed-over';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { contentOf, fieldsOf, LISTING, openChange, typedOf, type Listing, type Typed } from './typed';

/** What of a listing is written on its page. */
const writtenOf = (listing: Listing) => ({ typed: typedOf(listing), note: openChange(listing)?.note ?? '' });

/** Saves what was typed as the change, hands it in, and takes it back. */
export function useListing(listing: Listing, product: ProductKey) {
  const t = useT();
  const queries = useQueryClient();
  const form = useTypedOver(writtenOf(listing), listing.version);
  const { typed, note } = form.value;
  const kept = (next: Listing) => queries.setQueryData(routeKey(LISTING, { params: { ...product } }), next);
  const save = useSend('PUT /suppliers/{supplierId}/products/{productId}/listing/change', {
    onSuccess: kept,
    onError: (problem) => {
      form.refused(problem);
      void queries.invalidateQueries({ queryKey: routeKey(LISTING) });
    },
  });
  const submit = useSend('POST /suppliers/{supplierId}/products/{productId}/listing/change/submit', {
    onSuccess: (next) => {
      kept(next);
      toast(t('listingForm.submitted'));
    },
  });
  const cancel = useSend('POST /suppliers/{supplierId}/products/{productId}/listing/change/cancel', {
    onSuccess: (next) => {
      kept(next);
      form.done();
      toast(t('listingForm.cancelled'));
    },
  });
  const content = contentOf(typed);
  const stands = contentOf(typedOf(listing));
  const changed = JSON.stringify(content) !== JSON.stringify(stands) || note !== (openChange(listing)?.note ?? '');
  useUnsaved(changed);
  const saveNow = async () => {
    // What was refused before speaks of words that may be mended by now.
    submit.reset();
    const sent = form.value;
    const body = { fields: fieldsOf(listing, content!), note };
    const next = await save.mutateAsync({ params: { ...product }, version: form.beside, body });
    form.saved(sent, { standing: writtenOf(next), version: next.version });
    return next;
  };
  const submitNow = async () => {
    const { version } = changed ? await saveNow() : listing;
    await submit.mutateAsync({ params: { ...product }, version });
  };
  // What was refused stands beside the buttons already.
  const quietly = (done: Promise<unknown>) => void done.catch(() => undefined);
  return {
    ...{ typed, note, changed, content, save, submit, cancel },
    set: (some: Partial<Typed>) => form.change((now) => ({ ...now, typed: { ...now.typed, ...some } })),
    setNote: (text: string) => form.change((now) => ({ ...now, note: text })),
    saveNow: () => quietly(saveNow()),
    submitNow: () => quietly(submitNow()),
    cancelNow: () => cancel.mutate({ params: { ...product }, version: listing.version }),
  };
}
