import { useQueryClient } from '@tanstack/react-query';
import { time } from '@xihuo/kernel';
import { Button, FormErrors, Notice, TextArea, toast, useApi, useApiClient, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import { newId } from '../benefit/parts';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { useMe } from '../identity/me';
import { useSavedStep, useTyping } from '../frame/unsaved/use-unsaved';
import { useT } from '../words';
import type { Delivery } from './delivery-parts';
import type { Pack } from './scale/device';
import { draftOf, entryOf, faultsOf, type Draft } from './scale/draft';
import { bodyOf, type Entry } from './scale/entry';
import { GoodsPart, useFaults, WeightPart, WorthPart, type PartProps } from './scale/weigh-form';
import { PhotoPart } from './scale/weigh-more';
import { Problem } from '../frame/problem';
import { useWeight } from './weights';

const SHORTEST = 4;

/** The delivery as an entry of the scale's form. */
function entryFrom(delivery: Delivery, personId: string): Entry {
  return {
    ...{ id: delivery.id, personId, supplierId: delivery.supplier.id, at: 0, lotId: delivery.lot.id, newLot: null },
    ...{ householdId: delivery.household.id, grams: delivery.grams, grade: delivery.grade },
    ...{ fenPerKg: delivery.pricePerKg?.amount ?? null, deliveredOn: delivery.deliveredOn, note: delivery.note ?? '' },
    ...{ photo: null, ticketFileId: delivery.ticketFileId, witness: null, recorded: true, refusal: null },
  };
}

/** Keeps a new photo first, then sends the correction that names it. */
function useCorrect(delivery: Delivery, pack: Pack) {
  const t = useT();
  const { personId } = useMe();
  const api = useApiClient();
  const queries = useQueryClient();
  const go = useSavedStep();
  const [id] = useState(newId);
  const send = useSend('POST /supplier/deliveries/{id}/correction', {
    onSuccess: ({ id: made }) => {
      toast(t('correct.done'));
      go(`/trace/deliveries/${made}`);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = async (draft: Draft, reason: string) => {
    const supplierId = delivery.supplier.id;
    const entry = entryOf({ draft, pack, entries: [], personId, supplierId, id, freshLotId: newId(), at: 0 });
    const ticketFileId = draft.photo
      ? await api('POST /supplier/lot-papers', { query: { supplierId }, file: draft.photo }).then(
          ({ fileId }) => fileId,
          () => null,
        )
      : draft.ticketFileId;
    if (draft.photo && ticketFileId === null) return toast(t('correct.photoLost'), 'bad');
    const body = { ...bodyOf({ ...entry, ticketFileId }), reason: reason.trim() };
    send.mutate({ params: { id: delivery.id }, version: delivery.version, body });
  };
  return { send, submit, start: () => draftOf(entryFrom(delivery, personId)) };
}

function Correction({ delivery, pack }: { delivery: Delivery; pack: Pack }) {
  const t = useT();
  const weight = useWeight();
  const { send, submit, start } = useCorrect(delivery, pack);
  const [draft, setDraft] = useState<Draft>(start);
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const onChange = useTyping();
  // Its own lot can be kept where it is still open; the household stays, whoever else may be linked.
  const faultsNow = () => faultsOf(draft, pack, time.addDays).filter((field) => field !== 'household');
  const { fault, listed } = useFaults(attempt > 0 ? faultsNow() : []);
  const part: PartProps = { draft, pack, fault, change: (some) => setDraft((now) => ({ ...now, ...some })) };
  const short = reason.trim().length < SHORTEST;

  const press = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!short && faultsNow().length === 0) void submit(draft, reason);
  };
  return (
    <form noValidate onChange={onChange} onSubmit={press} className="flex max-w-xl flex-col gap-5">
      <FormErrors
        attempt={attempt}
        faults={[
          ...listed,
          ...(attempt > 0 && short
            ? [{ field: 'correct-reason', message: t('act.tooShort', { count: SHORTEST }) }]
            : []),
        ]}
      />
      <Notice tone="info" title={t('correct.was', { weight: weight(delivery.grams) })}>
        {t('correct.text')}
      </Notice>
      <GoodsPart {...part} />
      <WeightPart {...part} />
      <WorthPart {...part} />
      <PhotoPart {...part} />
      <TextArea
        id="correct-reason"
        label={t('correct.reason')}
        hint={t('correct.reasonHint')}
        maxLength={300}
        value={reason}
        error={attempt > 0 && short ? t('act.tooShort', { count: SHORTEST }) : null}
        onChange={(event) => setReason(event.target.value)}
      />
      <Problem problem={send.error} />
      <div>
        <Button
          data-act="POST /supplier/deliveries/{id}/correction"
          type="submit"
          size="large"
          pending={send.isPending}
        >
          {t('correct.submit')}
        </Button>
      </div>
    </form>
  );
}

/** A new row in the place of one that is wrong: the old one stays to be read, the household confirms the new one. */
export function CorrectPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/deliveries/{id}', { params: { id } });
  const pack = useApi('GET /supplier/scale', {});
  return (
    <Page
      title={query.data ? t('correct.title', { household: query.data.household.displayName }) : t('correct.untitled')}
      back={{ to: `/trace/deliveries/${id}`, word: t('correct.back') }}
    >
      <Whole query={query}>
        {(delivery) => <Whole query={pack}>{(found) => <Correction delivery={delivery} pack={found} />}</Whole>}
      </Whole>
    </Page>
  );
}
