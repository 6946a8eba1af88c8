import { Button, Select, TextField } from '@xihuo/ui';
import { useState } from 'react';
import { fenOf } from '../catalogue/yuan';
import { useT } from '../words';
import { choicesAt, namesIn, useRuleWord } from './rule-words';
import { isList, unitAt, type Json, type Path } from './value-tree';

interface NodeProps {
  /** Of the setting. */
  setting: string;
  root: Json;
  value: Json;
  path: Path;
  label: string;
  onChange: (value: Json) => void;
}

const HUNDRED = 100;

function NumberField({ setting, root, value, path, label, onChange }: NodeProps) {
  const t = useT();
  const unit = unitAt(setting, root, path);
  const [typed, setTyped] = useState(() =>
    typeof value !== 'number' || Number.isNaN(value) ? '' : String(unit === null ? value : value / HUNDRED),
  );
  // Where nothing is said, nothing is what it may be again.
  const [mayBeEmpty] = useState(value === null);
  const read = (text: string): number | null => {
    if (text === '' && mayBeEmpty) return null;
    if (unit !== null) return Number(fenOf(text) ?? Number.NaN);
    return /^\d{1,13}$/.test(text) ? Number(text) : Number.NaN;
  };
  const counted = unit === 'fen' ? t('setting.unit.yuan') : '%';
  return (
    <TextField
      label={unit === null ? label : t('setting.inUnit', { name: label, unit: counted })}
      inputMode="decimal"
      maxLength={14}
      className="numeric"
      optional={mayBeEmpty}
      value={typed}
      error={Number.isNaN(value) ? t('setting.noNumber') : null}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value.trim()));
      }}
    />
  );
}

function WordField({ setting, value, path, label, onChange }: NodeProps) {
  const wordOf = useRuleWord();
  const choices = choicesAt(setting, path);
  const said = String(value);
  if (choices === null)
    return <TextField label={label} maxLength={40} value={said} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Select
      label={label}
      value={said}
      choices={[...new Set([said, ...choices])].map((one) => ({ value: one, label: wordOf(one) }))}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface Part {
  readonly name: string;
  readonly label: string;
  readonly value: Json;
}

/** Parts below one another, each with a way to take it out where they are many of a kind. */
function Parts(
  props: NodeProps & { parts: readonly Part[]; onPart: (name: string, value?: Json) => void; many: boolean },
) {
  const t = useT();
  const { parts, many, onPart, label, path, ...rest } = props;
  return (
    <fieldset className="flex flex-col gap-3 border-s-2 border-line ps-3">
      {label !== '' && <legend className="font-medium">{label}</legend>}
      {parts.map((part) => (
        <div key={part.name} className="flex flex-wrap items-end gap-2 *:first:grow">
          <Node
            {...rest}
            label={part.label}
            path={[...path, part.name]}
            value={part.value}
            onChange={(value) => onPart(part.name, value)}
          />
          {many && parts.length > 1 && (
            <Button look="quiet" aria-label={`${t('setting.takeOut')} ${part.label}`} onClick={() => onPart(part.name)}>
              {t('setting.takeOut')}
            </Button>
          )}
        </div>
      ))}
    </fieldset>
  );
}

function ListField(props: Omit<NodeProps, 'value'> & { value: Json[] }) {
  const t = useT();
  const { value, onChange } = props;
  // Of what is taken out the others keep what was typed in them: each has a number of its own.
  const [ids, setIds] = useState(() => value.map((_, at) => at));
  const last = value.at(-1);
  const onPart = (name: string, next?: Json) => {
    const at = Number(name) - 1;
    if (next === undefined) setIds((before) => before.filter((_, place) => place !== at));
    onChange(next === undefined ? value.filter((_, place) => place !== at) : value.with(at, next));
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <Parts
        {...props}
        key={ids.join(' ')}
        many
        onPart={onPart}
        parts={value.map((one, at) => ({ name: String(at + 1), label: String(at + 1), value: one }))}
      />
      {last !== undefined && (
        <Button
          look="quiet"
          onClick={() => {
            setIds((before) => [...before, Math.max(-1, ...before) + 1]);
            onChange([...value, last]);
          }}
        >
          {t('setting.addTo', { name: props.label })}
        </Button>
      )}
    </div>
  );
}

/** One more part of a map, named by choice or by hand, as the last one is. */
function AddPart({
  names,
  taken,
  onAdd,
}: {
  names: readonly string[] | null;
  taken: readonly string[];
  onAdd: (name: string) => void;
}) {
  const t = useT();
  const wordOf = useRuleWord();
  const [name, setName] = useState('');
  const free = names?.filter((one) => !taken.includes(one)) ?? [];
  if (names?.length && free.length === 0) return null;
  const field = { label: t('setting.newPart'), value: name };
  return (
    <div className="flex flex-wrap items-end gap-2 *:first:grow">
      {names === null ? (
        <TextField {...field} maxLength={40} onChange={(event) => setName(event.target.value.trim())} />
      ) : (
        <Select
          {...field}
          placeholder={t('setting.choose')}
          choices={free.map((value) => ({ value, label: wordOf(value) }))}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <Button
        look="quiet"
        onClick={() => {
          if (name === '' || taken.includes(name)) return;
          onAdd(name);
          setName('');
        }}
      >
        {t('setting.add')}
      </Button>
    </div>
  );
}

function PartsField(props: Omit<NodeProps, 'value'> & { value: Record<string, Json> }) {
  const wordOf = useRuleWord();
  const { setting, path, value, onChange } = props;
  const names = namesIn(setting, path);
  const entries = Object.entries(value);
  const onPart = (name: string, next?: Json) =>
    onChange(
      Object.fromEntries(
        entries.flatMap(([part, one]) => (part !== name ? [[part, one]] : next === undefined ? [] : [[part, next]])),
      ),
    );
  return (
    <div className="flex flex-col gap-2">
      <Parts
        {...props}
        many={names !== undefined}
        onPart={onPart}
        parts={entries.map(([name, one]) => ({ name, label: wordOf(name), value: one }))}
      />
      {names !== undefined && (
        <AddPart
          names={names}
          taken={Object.keys(value)}
          onAdd={(name) => onChange({ ...value, [name]: entries.at(-1)?.[1] ?? 0 })}
        />
      )}
    </div>
  );
}

export function Node(props: NodeProps) {
  const { value } = props;
  // What was typed is of one measure: where another choice changes it, the field shows the number anew.
  if (value === null || typeof value === 'number')
    return <NumberField key={unitAt(props.setting, props.root, props.path)} {...props} />;
  if (typeof value !== 'object') return <WordField {...props} />;
  if (isList(value)) return <ListField {...props} value={value} />;
  return <PartsField {...props} value={value} />;
}

/** A list or a rule to be changed part by part, in the shape it has. A number that is none stands as NaN. */
export function ValueEditor(props: Pick<NodeProps, 'setting' | 'value' | 'onChange' | 'label'>) {
  return <Node {...props} root={props.value} path={[]} />;
}
