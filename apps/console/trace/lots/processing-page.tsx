import { useQueryClient } from '@tanstack/react-query';
import { Button, formatBasisPoints, Notice, Select, toast, useApi, useLocale, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { newId, useOwnSuppliers } from '../../benefit/parts';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useSavedStep, useTyping } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import type { Pack } from '../scale/device';
import { gramsOf } from '../scale/weight';
import { useWeight } from '../weights';
import { useDay } from './lot-acts';
import type { LotRow } from './lot-parts';
import { useOwnLots } from './own-lots';
import { repeated, sumsOf, whole, type Line, type Sums } from './processing';
import { Problem } from '../../frame/problem';
import { ProcessingLines } from './processing-lines';

const KINDS = [
  ...(['grading', 'mixing', 'splitting', 'drying', 'milling', 'pressing', 'slaughtering', 'roasting'] as const),
  ...(['pickling', 'other'] as const),
] as const;
type Kind = (typeof KINDS)[number];
const LOSSES = ['grading', 'drying', 'peeling', 'spoilage', 'transport', 'sample', 'returned', 'other'] as const;
type Loss = (typeof LOSSES)[number];
const MOST_OUTPUTS = 20;

function Balance({ sums, kind }: { sums: Sums; kind: Kind | '' }) {
  const t = useT();
  const locale = useLocale();
  const weight = useWeight();
  const yields = useApi('GET /supplier/processing-yields', {});
  const limits = yields.data?.data.find((one) => one.kind === kind);
  const outside =
    limits && sums.yieldBp !== null && sums.missing === 0
      ? sums.yieldBp < limits.leastBp || sums.yieldBp > limits.mostBp
      : false;
  const tone = sums.missing !== 0 || outside ? 'attention' : 'good';
  return (
    <div aria-live="polite">
      <Notice
        tone={tone}
        title={
          sums.missing === 0
            ? t('process.balanced', { weight: weight(sums.input) })
            : t(sums.missing > 0 ? 'process.missing' : 'process.tooMuch', { weight: weight(Math.abs(sums.missing)) })
        }
      >
        {sums.yieldBp !== null && <p>{t('process.yield', { share: formatBasisPoints(sums.yieldBp, locale) })}</p>}
        {limits && (
          <p>
            {t('process.limits', {
              least: formatBasisPoints(limits.leastBp, locale),
              most: formatBasisPoints(limits.mostBp, locale),
            })}
          </p>
        )}
      </Notice>
    </div>
  );
}

function useProcessing(supplierId: string, pack: Pack, firstLot: string) {
  const t = useT();
  const queries = useQueryClient();
  const go = useSavedStep();
  const [id] = useState(newId);
  // Made once: the same act sent again names the same new lots.
  const [fresh] = useState(() => Array.from({ length: MOST_OUTPUTS }, newId));
  const [kind, setKind] = useState<Kind | ''>('');
  const [inputs, setInputs] = useState<readonly Line[]>([{ key: 0, what: firstLot, kilograms: '' }]);
  const [outputs, setOutputs] = useState<readonly Line[]>([{ key: 0, what: '', kilograms: '' }]);
  const [losses, setLosses] = useState<readonly Line[]>([]);
  const [tried, setTried] = useState(false);
  const on = useDay(t('process.on'));
  const sums = sumsOf(inputs, outputs, losses);
  const fault = repeated(inputs, outputs);
  const send = useSend('POST /supplier/processings', {
    onSuccess: () => {
      toast(t('process.done'));
      go('/trace/processings');
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (kind === '' || fault || sums.missing !== 0 || ![inputs, outputs, losses].every(whole)) return;
    const grams = ({ kilograms }: Line) => gramsOf(kilograms, 'kg')!;
    const body = {
      ...{ id, supplierId, kind, performedOn: on.day },
      inputs: inputs.map((line) => ({ lotId: line.what, grams: grams(line) })),
      outputs: outputs.map((line, index) =>
        line.what.startsWith('product:')
          ? { lotId: fresh[index]!, productId: line.what.slice('product:'.length), grams: grams(line) }
          : { lotId: line.what, grams: grams(line) },
      ),
      losses: losses.map((line) => ({ reason: line.what as Loss, grams: grams(line) })),
    };
    send.mutate({ body });
  };
  const products = pack.products.filter((one) => one.supplierId === supplierId);
  return {
    ...{ kind, setKind, inputs, setInputs, outputs, setOutputs, losses, setLosses },
    ...{ tried, on, sums, fault, send, submit, products },
  };
}

interface FormProps {
  supplierId: string;
  pack: Pack;
  firstLot: LotRow | undefined;
}

function ProcessingForm({ supplierId, pack, firstLot }: FormProps) {
  const t = useT();
  const weight = useWeight();
  const form = useProcessing(supplierId, pack, firstLot?.id ?? '');
  const { kind, inputs, outputs, losses, tried, send, sums } = form;
  const onChange = useTyping();
  const { lots, find } = useOwnLots(
    [...inputs, ...outputs].map(({ what }) => what),
    firstLot,
  );
  const own = lots.filter((lot) => lot.supplierId === supplierId && lot.state !== 'recalled');
  const label = (lot: LotRow) => `${lot.productName} · ${lot.code}`;
  const left = own.filter((lot) => lot.availableGrams > 0);
  const open = own.filter((lot) => lot.state === 'open');
  return (
    <form noValidate onChange={onChange} onSubmit={form.submit} className="flex max-w-3xl flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('process.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: t(`process.${value}`) }))}
          error={tried && kind === '' ? t('act.missing') : null}
          onChange={(event) => form.setKind(event.target.value as Kind | '')}
        />
        {form.on.field}
      </div>
      {find}
      <ProcessingLines
        {...{ title: t('process.inputs'), what: 'process.lot' as const, lines: inputs, set: form.setInputs, tried }}
        {...{ most: 100, least: 1, add: t('process.addInput') }}
        choices={left.map((lot) => ({
          value: lot.id,
          label: `${label(lot)} · ${t('process.left', { weight: weight(lot.availableGrams) })}`,
        }))}
      />
      <ProcessingLines
        {...{ title: t('process.outputs'), what: 'process.lot' as const, lines: outputs, set: form.setOutputs, tried }}
        {...{ most: MOST_OUTPUTS, least: 1, add: t('process.addOutput') }}
        choices={[
          ...form.products.map(({ id, name }) => ({
            value: `product:${id}`,
            label: t('process.newLot', { product: name }),
          })),
          ...open.map((lot) => ({ value: lot.id, label: label(lot) })),
        ]}
      />
      <ProcessingLines
        {...{ title: t('process.losses'), what: 'process.reason' as const, lines: losses, set: form.setLosses, tried }}
        {...{ most: 10, least: 0, add: t('process.addLoss') }}
        choices={LOSSES.map((value) => ({ value, label: t(`loss.${value}`) }))}
      />
      {sums.input + sums.output + sums.lost > 0 && <Balance sums={sums} kind={kind} />}
      {tried && form.fault && <Notice urgent tone="bad" title={t('process.repeated')} />}
      <Problem problem={send.error} />
      <div>
        <Button data-act="POST /supplier/processings" type="submit" size="large" pending={send.isPending}>
          {t('process.submit')}
        </Button>
      </div>
    </form>
  );
}

/** Many lots into many: the form keeps the sum, so that it can be sent only when nothing has vanished. */
export function NewProcessingPage() {
  const t = useT();
  const [search] = useSearchParams();
  const firstLot = search.get('lot') ?? '';
  const [first] = useOwnSuppliers();
  const lot = useApi('GET /supplier/lots/{id}', { params: { id: firstLot } }, { enabled: firstLot !== '' });
  const pack = useApi('GET /supplier/scale', {});
  const form = (found: Pack, of?: LotRow) => (
    <ProcessingForm supplierId={of?.supplierId ?? first?.id ?? ''} pack={found} firstLot={of} />
  );
  return (
    <Page
      title={t('process.title')}
      lead={t('process.lead')}
      back={{ to: '/trace/processings', word: t('process.list') }}
    >
      <Whole query={pack}>
        {(found) => (firstLot === '' ? form(found) : <Whole query={lot}>{(of) => form(found, of)}</Whole>)}
      </Whole>
    </Page>
  );
}
