import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  classes,
  forgetIdempotencyKey,
  idempotencyKey,
  routeKey,
  TextLink,
  toast,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useId } from 'react';
import { useT } from '../words';
import { AddressLines } from './address-lines';
import { deliveryOf, faultsOf, keptDelivery, NO_REGION, type DeliveryDraft } from './delivery';
import { draftOf, isSame, type KeptAddress } from './kept-address';

const NOTHING: DeliveryDraft = { path: NO_REGION, regionCode: null, address: '', name: '', phone: '' };

function Choice(props: { group: string; checked: boolean; onChoose: () => void; children: React.ReactNode }) {
  return (
    <label
      className={classes(
        'flex min-h-target cursor-pointer items-start gap-3 rounded-md border p-3',
        props.checked ? 'border-green bg-green-wash' : 'border-line hover:border-line-strong',
      )}
    >
      <input
        type="radio"
        name={props.group}
        className="mt-1.5 size-5 shrink-0 accent-green"
        checked={props.checked}
        onChange={props.onChoose}
      />
      {props.children}
    </label>
  );
}

/** What was typed here may stand in the account's book from now on. */
function KeepIt({ draft, onKept }: { draft: DeliveryDraft; onKept: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const put = useSend('PUT /me/addresses/{id}', {
    onSuccess: (book) => {
      queries.setQueryData(routeKey('GET /me/addresses', {}), book);
      forgetIdempotencyKey('address');
      toast(t('book.kept'));
      onKept();
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  const delivery = deliveryOf(draft);
  return (
    <Button
      look="secondary"
      size="small"
      pending={put.isPending}
      unavailable={Object.keys(faultsOf(draft)).length > 0}
      onClick={() =>
        put.mutate({
          params: { id: idempotencyKey('address', delivery) },
          body: { delivery, tag: null, isDefault: false },
        })
      }
    >
      {t('book.keep')}
    </Button>
  );
}

/** Addresses of the account's book, one of them chosen; or another that is typed. */
export function Book({
  rows,
  draft,
  typing,
  onType,
}: {
  rows: readonly KeptAddress[];
  draft: DeliveryDraft;
  typing: boolean;
  onType: (typing: boolean) => void;
}) {
  const t = useT();
  const group = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t('address.title')}</legend>
      {rows.map((row) => (
        <Choice
          key={row.id}
          group={group}
          checked={!typing && isSame(draft, row)}
          onChoose={() => {
            onType(false);
            keptDelivery.set(draftOf(row));
          }}
        >
          <AddressLines address={row} />
        </Choice>
      ))}
      <Choice
        group={group}
        checked={typing}
        onChoose={() => {
          onType(true);
          keptDelivery.set(NOTHING);
        }}
      >
        <span className="font-medium">{t('book.another')}</span>
      </Choice>
    </fieldset>
  );
}

/** What can be done about the book from here. */
export function BookFoot({ draft, typing, onKept }: { draft: DeliveryDraft; typing: boolean; onKept: () => void }) {
  const t = useT();
  return (
    <p className="flex flex-wrap items-center gap-4">
      {typing && <KeepIt draft={draft} onKept={onKept} />}
      <TextLink to="/account/addresses">{t('book.manage')}</TextLink>
    </p>
  );
}
