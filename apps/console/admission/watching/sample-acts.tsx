import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { SampleResult } from './sample-result';
import type { Sample } from './states';
import { useToday } from './today';

function useTake({ id, version }: Sample): Act<'POST /admission/samples/{id}/taking'> {
  const t = useT();
  const today = useToday();
  return {
    route: 'POST /admission/samples/{id}/taking',
    ...{ word: t('sample.take'), lead: t('sample.take.lead'), done: t('sample.noted') },
    fields: [
      {
        name: 'takenOn',
        kind: 'day',
        label: t('sample.takenOn'),
        initial: today ?? '',
        ...(today ? { max: today } : {}),
      },
      { name: 'lotCode', kind: 'text', label: t('sample.lot'), most: 60 },
      { name: 'quantity', kind: 'text', label: t('sample.quantity'), most: 40 },
      { name: 'place', kind: 'text', label: t('sample.place'), least: 2, most: 200 },
      { name: 'sealNumber', kind: 'text', label: t('sample.seal'), most: 40 },
    ],
    input: ({ takenOn = '', lotCode = '', quantity = '', place = '', sealNumber = '' }) => ({
      ...{ params: { id }, version },
      body: { takenOn, lotCode, quantity, place, sealNumber },
    }),
  };
}

function useSendOff({ id, version }: Sample): Act<'POST /admission/samples/{id}/sending'> {
  const t = useT();
  const today = useToday();
  return {
    route: 'POST /admission/samples/{id}/sending',
    ...{ word: t('sample.send'), lead: t('sample.send.lead'), done: t('sample.noted') },
    fields: [
      {
        name: 'sentOn',
        kind: 'day',
        label: t('sample.sentOn'),
        initial: today ?? '',
        ...(today ? { max: today } : {}),
      },
      { name: 'laboratory', kind: 'text', label: t('sample.laboratory'), least: 2, most: 120 },
    ],
    input: ({ sentOn = '', laboratory = '' }) => ({ params: { id }, version, body: { sentOn, laboratory } }),
  };
}

function useCancel({ id, version }: Sample): Act<'POST /admission/samples/{id}/cancel'> {
  const t = useT();
  return {
    route: 'POST /admission/samples/{id}/cancel',
    ...{ word: t('sample.cancel'), lead: t('sample.cancel.lead'), done: t('sample.noted') },
    fields: [{ name: 'reason', kind: 'area', label: t('measure.reason'), least: 4, most: 500 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
}

/** The next step of a sample, and giving it up. */
export function SampleActs({ sample }: { sample: Sample }) {
  const take = useTake(sample);
  const send = useSendOff(sample);
  const cancel = useCancel(sample);
  const { state } = sample;
  return (
    <span className="flex flex-wrap gap-2">
      {state === 'planned' && <ActButton act={take} size="small" />}
      {state === 'taken' && <ActButton act={send} size="small" />}
      {state === 'sent' && <SampleResult sample={sample} />}
      {(state === 'planned' || state === 'taken') && <ActButton act={cancel} size="small" />}
    </span>
  );
}
