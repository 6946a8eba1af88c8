import {
  Button,
  forgetIdempotencyKey,
  idempotencyKey,
  Select,
  TextArea,
  TextField,
  useApiClient,
  type ApiProblem,
  type Input,
  type RouteKey,
} from '@xihuo/ui';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { AskedCode, useFactoredAct } from '../../frame/code-act';
import { useT } from '../../words';
import { asksFor, faultsOf, firstValues, type ActField, type Values } from './act-fields';

/** Where the route wants a key: what makes two tries one. It is forgotten once the answer has come, so that the same may be asked for anew. */
type Once<K extends RouteKey> =
  Input<K> extends { readonly idempotencyKey: string } ? { once: string } : { once?: never };

export type Act<K extends RouteKey> = Once<K> & Asks<K>;

interface Asks<K extends RouteKey> {
  route: K;
  /** The button's word and the dialog's title: what is done, by its name. */
  word: string;
  /** What follows from it: for whom, until when, and whether it can be undone. */
  lead: ReactNode;
  fields: readonly ActField[];
  input: (values: Values) => Omit<Input<K>, 'idempotencyKey'>;
  done: string;
  look?: ComponentProps<typeof Button>['look'];
  /** Beside the fields, such as papers to hand in. */
  extra?: ReactNode;
}

/** A button and the dialog behind it: says what follows, asks what is needed, and shows a refusal where it belongs. */
export function ActButton<K extends RouteKey>({ act, size }: { act: Act<K>; size?: 'small' }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        data-act={act.route}
        look={act.look ?? 'secondary'}
        {...(size ? { size, className: 'whitespace-nowrap' } : {})}
        onClick={() => setOpen(true)}
      >
        {act.word}
      </Button>
      {open && <Asking act={act} onClose={() => setOpen(false)} />}
    </>
  );
}

function Asking<K extends RouteKey>({ act, onClose }: { act: Act<K>; onClose: () => void }) {
  const t = useT();
  const api = useApiClient();
  const [values, setValues] = useState(() => firstValues(act.fields));
  const [tried, setTried] = useState(false);
  const { once } = act as { once?: string };
  const faults = faultsOf(act.fields, values);
  // One step moves a case, its measures, the counts of the overview: whatever is open is read again, also after a refusal. A grave one
  // is taken with the second factor of the last five minutes.
  const { submit, code, pending, problem } = useFactoredAct(
    {
      done: act.done,
      ready: Object.keys(faults).length === 0,
      onTry: () => setTried(true),
      run: async () => {
        const input = act.input(values);
        const key = once === undefined ? {} : { idempotencyKey: idempotencyKey(once, input) };
        await (api as (route: K, input: Input<K>) => Promise<unknown>)(act.route, { ...input, ...key } as Input<K>);
        if (once !== undefined) forgetIdempotencyKey(once);
      },
    },
    onClose,
  );
  const inField = act.fields.some(({ name }) => errorOf(name, problem) !== undefined);
  return (
    <ActDialog
      title={act.word}
      submit={act.word}
      text={act.lead}
      look={act.look === 'danger' ? 'danger' : 'primary'}
      pending={pending}
      problem={inField ? null : problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {act.fields
        .filter((field) => asksFor(field, values))
        .map((field) => (
          <AskedField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={
              errorOf(field.name, problem) ?? (tried && faults[field.name] ? t(`act.${faults[field.name]!}`) : null)
            }
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
      {act.extra}
      <AskedCode code={code} />
    </ActDialog>
  );
}

/** The server's own sentence for this field. */
function errorOf(name: string, problem: ApiProblem | null): string | undefined {
  return problem?.errors.find(({ pointer }) => pointer.split('/').includes(name))?.message;
}

interface AskedFieldProps {
  field: ActField;
  value: string;
  error: string | null;
  onChange: (value: string) => void;
}

/** One of the things a step asks for. */
export function AskedField({ field, value, error, onChange }: AskedFieldProps) {
  const shared = { label: field.label, hint: field.hint, optional: field.optional ?? false, value, error };
  if (field.kind === 'area')
    return <TextArea {...shared} rows={4} maxLength={field.most} onChange={(event) => onChange(event.target.value)} />;
  if (field.kind === 'choice')
    return <Select {...shared} choices={field.choices ?? []} onChange={(event) => onChange(event.target.value)} />;
  const type = { text: 'text', day: 'date', number: 'number', yuan: 'text' }[field.kind];
  return (
    <TextField
      {...shared}
      type={type}
      inputMode={field.kind === 'yuan' ? 'decimal' : undefined}
      min={field.kind === 'yuan' ? undefined : field.min}
      max={field.kind === 'yuan' ? undefined : field.max}
      maxLength={field.kind === 'text' ? field.most : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
