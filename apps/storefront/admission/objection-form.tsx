import {
  Button,
  Card,
  FormErrors,
  Notice as Remark,
  TextArea,
  TextField,
  useProblemText,
  useSend,
  type FormFault,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';
import type { Notice } from './marks';

type Draft = Record<'name' | 'phone' | 'statement', string>;

const right: Record<keyof Draft, (value: string) => boolean> = {
  name: (value) => value.length >= 1 && value.length <= 40,
  phone: (value) => /^1\d{10}$/.test(value),
  statement: (value) => value.length >= 10 && value.length <= 4000,
};
const FIELDS = ['name', 'phone', 'statement'] as const;

/** People type and paste numbers with gaps and hyphens; the api wants the digits. */
const trimmed = (draft: Draft): Draft => ({
  name: draft.name.trim(),
  phone: draft.phone.replace(/[\s-]/g, ''),
  statement: draft.statement.trim(),
});

/** Anybody may object. What was typed stays until it has arrived. */
export function ObjectionForm({ notice }: { notice: Notice }) {
  const t = useT();
  const problemText = useProblemText();
  const [draft, setDraft] = useState<Draft>({ name: '', phone: '', statement: '' });
  const [attempt, setAttempt] = useState(0);
  const send = useSend('POST /public-notices/{id}/objections');
  if (send.data) {
    return (
      <Remark tone="good" title={t('objection.sent')}>
        <p>{t('objection.sentText')}</p>
        <p className="mt-1 font-mono text-sm break-all">{t('objection.number', { id: send.data.id })}</p>
      </Remark>
    );
  }
  const wrong = FIELDS.filter((field) => !right[field](trimmed(draft)[field]));
  const faults: FormFault[] = wrong.map((field) => ({
    field: `objection-${field}`,
    message: t(`objection.${field}Wrong`),
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (wrong.length === 0) send.mutate({ params: { id: notice.id }, body: trimmed(draft) });
  };
  const field = (name: keyof Draft) => ({
    id: `objection-${name}`,
    label: t(`objection.${name}`),
    hint: t(`objection.${name}Hint`),
    error: attempt > 0 && wrong.includes(name) ? t(`objection.${name}Wrong`) : null,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <Card title={t('objection.title')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="rounded-md bg-green-wash px-4 py-3 text-sm text-ink-soft">{t('objection.promise')}</p>
        {attempt > 0 && <FormErrors faults={faults} attempt={attempt} />}
        <TextField {...field('name')} autoComplete="name" maxLength={40} />
        <TextField {...field('phone')} type="tel" autoComplete="tel-national" inputMode="tel" maxLength={20} />
        <TextArea {...field('statement')} rows={6} maxLength={4000} />
        {send.error && <Remark tone="bad" urgent title={problemText(send.error)} />}
        <Button type="submit" pending={send.isPending}>
          {t('objection.send')}
        </Button>
      </form>
    </Card>
  );
}
