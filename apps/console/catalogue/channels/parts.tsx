import { Badge, TextArea, TextField, toast, useSend, type ApiProblem, type Output, type RouteKey } from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../frame/problem';
import type { Read, useTypedOver } from '../../frame/typed-over';
import { useT } from '../../words';

const tones = { draft: 'attention', open: 'good', closed: 'neutral', published: 'good', cancelled: 'bad' } as const;

export function StateBadge({ state }: { state: keyof typeof tones }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`channelState.${state}`)}</Badge>;
}

/** The server's own sentence, and which fields it speaks of. */
export function Refusal({ problem }: { problem: ApiProblem | null }) {
  if (!problem) return null;
  return (
    <Problem problem={problem}>
      {problem.errors.length > 0 && (
        <ul className="list-disc ps-5">
          {problem.errors.map(({ pointer, message }) => (
            <li key={`${pointer} ${message}`}>
              <code>{pointer}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </Problem>
  );
}

/** Saves a form; whatever is open is read again, also after a refusal: somebody else may have been faster. */
export function useSave<K extends RouteKey>(route: K, done: string) {
  const queries = useQueryClient();
  return useSend(route, {
    onSuccess: () => void toast(done),
    onSettled: () => void queries.invalidateQueries(),
  });
}

/** The same of a form over something that others change too: it is pending until what stands was read again, and may be typed on. */
export function useSaveOver<K extends RouteKey, T>(
  route: K,
  said: string,
  { sending, answered, refused }: Pick<ReturnType<typeof useTypedOver<T>>, 'sending' | 'answered' | 'refused'>,
  readOf: (next: Output<K>) => Read<T>,
) {
  const queries = useQueryClient();
  return useSend(route, {
    onMutate: sending,
    onError: refused,
    onSuccess: () => void toast(said),
    onSettled: async (next) => {
      await queries.invalidateQueries();
      if (next) answered(readOf(next));
    },
  });
}

/** What others chose meanwhile, beside the refusal that told of them. */
export function ChosenNow({ problem, names }: { problem: ApiProblem | null; names: readonly string[] }) {
  const t = useT();
  if (problem?.code !== 'STALE_VERSION') return null;
  return (
    <p className="text-sm">
      {names.length === 0 ? t('channelForm.nothingNow') : t('channelForm.chosenNow', { names: names.join('、') })}
    </p>
  );
}

interface TypedProps {
  label: string;
  value: string;
  tried: boolean;
  onChange: (value: string) => void;
  hint?: string;
  optional?: boolean;
  area?: boolean;
  type?: string;
  most?: number;
}

/** A field that has to be filled, unless it is optional. */
export function Typed({ label, value, tried, onChange, hint, optional = false, area, type, most = 2000 }: TypedProps) {
  const t = useT();
  const shared = {
    ...{ label, hint, optional, value, maxLength: most },
    error: tried && !optional && value.trim() === '' ? t('act.missing') : null,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return area ? <TextArea {...shared} rows={3} /> : <TextField {...shared} type={type ?? 'text'} />;
}

interface Words {
  zh: string;
  en: string;
}

/** Chinese and English side by side: both are shown to buyers. */
export function Bilingual({
  label,
  value,
  onChange,
  ...rest
}: Omit<TypedProps, 'value' | 'onChange'> & { value: Words; onChange: (value: Words) => void }) {
  const t = useT();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Typed
        {...rest}
        label={t('channelForm.zh', { label })}
        value={value.zh}
        onChange={(zh) => onChange({ ...value, zh })}
      />
      <Typed
        {...rest}
        label={t('channelForm.en', { label })}
        value={value.en}
        onChange={(en) => onChange({ ...value, en })}
      />
    </div>
  );
}

/** The last part of the public page's address; once that was public it stays, and there is nothing to fill in. */
export function SlugField({
  value,
  tried,
  onChange,
  fixed,
}: Pick<TypedProps, 'value' | 'tried' | 'onChange'> & { fixed?: boolean }) {
  const t = useT();
  if (fixed) return null;
  return (
    <Typed {...{ value, tried, onChange }} label={t('channelForm.slug')} hint={t('channelForm.slugHint')} most={80} />
  );
}
