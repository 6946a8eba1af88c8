import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, routeKey, useApiClient } from '@xihuo/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApplicationFile, Form, FormStep } from './file';

const ROUTE = 'GET /admission/applications/{id}/file';
const QUIET_MS = 1500;

export interface Draft {
  form: Form;
  change: <Step extends FormStep>(step: Step, value: NonNullable<Form[Step]>) => void;
  /** Saves what is not saved yet; false where it could not be. */
  flush: () => Promise<boolean>;
  unsaved: boolean;
  saving: boolean;
  problem: ApiProblem | null;
  /** Somebody else changed a step that was changed here too. */
  conflict: boolean;
  /** Lets go of what was typed here, or keeps it over what the other wrote. */
  settle: (keep: 'mine' | 'theirs') => void;
}

/** The steps of which the other's words differ from those one began with. */
function changedElsewhere(before: Form, now: Form, steps: Form): boolean {
  return (Object.keys(steps) as FormStep[]).some((step) => JSON.stringify(before[step]) !== JSON.stringify(now[step]));
}

/** Sends steps over the version one has read; a stale one is read anew, and sent again unless its words are in question. */
function usePut(id: string, onSaved: (sent: Form) => void, onConflict: () => void) {
  const api = useApiClient();
  const queries = useQueryClient();
  return useCallback(
    async (body: Form, read: ApplicationFile): Promise<boolean> => {
      const key = routeKey(ROUTE, { params: { id } });
      // What the last save answered may not be drawn yet: over the older one, the own words of a moment ago would look like another's.
      const base = queries.getQueryData<ApplicationFile>(key) ?? read;
      const send = async (version: number) => {
        const next = await api('PUT /admission/applications/{id}/form', { params: { id }, body, version });
        queries.setQueryData(key, next);
        onSaved(body);
        return true;
      };
      try {
        return await send(base.version);
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'STALE_VERSION') throw error;
      }
      const now = await api(ROUTE, { params: { id } });
      queries.setQueryData(key, now);
      if (!changedElsewhere(base.form, now.form, body)) return send(now.version);
      onConflict();
      return false;
    },
    [api, id, queries, onSaved, onConflict],
  );
}

/** The browser asks before it closes over words that are not saved. */
function useWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

/**
 * What is typed, over what is saved. It saves itself when the typing rests and at every step; papers and households raise the
 * version meanwhile, so a stale one is read anew and sent again unless the same step was changed elsewhere.
 */
export function useDraft(file: ApplicationFile, begun: Form): Draft {
  // What registration knows already is the first thing saved.
  const [changes, setChanges] = useState<Form>(file.form.subject ? {} : begun);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [conflict, setConflict] = useState(false);
  const latest = useRef({ file, changes, stuck: false });
  useEffect(() => {
    latest.current = { file, changes, stuck: conflict || problem !== null };
  });
  const running = useRef<Promise<boolean> | null>(null);
  const { id } = file;

  const put = usePut(
    id,
    useCallback(
      (sent: Form) =>
        // What was typed while it was under way is another object, and stays.
        setChanges((now) =>
          Object.fromEntries(Object.entries(now).filter(([step, value]) => sent[step as FormStep] !== value)),
        ),
      [],
    ),
    useCallback(() => setConflict(true), []),
  );

  const flush = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current;
    const { file: base, changes: body } = latest.current;
    if (Object.keys(body).length === 0) return true;
    setSaving(true);
    setProblem(null);
    const run = put(body, base)
      .catch((error: unknown) => {
        setProblem(error instanceof ApiProblem ? error : new ApiProblem(0, 'NETWORK'));
        return false;
      })
      .finally(() => {
        running.current = null;
        setSaving(false);
      });
    running.current = run;
    return run;
  }, [put]);

  const unsaved = Object.keys(changes).length > 0;
  useEffect(() => {
    if (!unsaved || conflict) return undefined;
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [changes, unsaved, conflict, flush]);
  useWarning(unsaved);
  // A step to another page within that moment takes along what was typed in it; what was refused or is in question does not go unasked.
  useEffect(() => () => void (latest.current.stuck || flush()), [flush]);

  return {
    form: { ...file.form, ...changes },
    change: (step, value) => setChanges((now) => ({ ...now, [step]: value })),
    flush,
    unsaved,
    saving,
    problem,
    conflict,
    settle: (keep) => {
      setConflict(false);
      // The newer version is in the cache by now: kept changes go over it with the next save.
      setChanges((now) => (keep === 'mine' ? { ...now } : {}));
    },
  };
}
