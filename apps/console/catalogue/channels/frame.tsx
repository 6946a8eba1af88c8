import { useParams } from 'react-router';
import { Button, LinkButton, Notice, type ApiProblem, type RouteKey } from '@xihuo/ui';
import type { FormEvent, ReactNode } from 'react';
import { ActButton, type Act } from '../../admission/watching/act';
import { Sheet } from '../../admission/watching/frame';
import { useSay } from '../../admission/watching/today';
import { OtherPerson } from '../../frame/other-person';
import { Page } from '../../frame/page';
import { useAnyUnsaved, useUnsaved } from '../../frame/unsaved/use-unsaved';
import { Views } from '../../frame/views';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { Refusal, StateBadge } from './parts';

type State = Parameters<typeof StateBadge>[0]['state'];
type Query<Draft> = Parameters<typeof Whole<Draft>>[0]['query'];

/** Venues, campaigns, fairs and brands: each with its list, its form and the page of one of them. */
export type ChannelKind = 'venues' | 'campaigns' | 'fairs' | 'brands';

function useBack(of: ChannelKind): { to: string; word: string } {
  const t = useT();
  return { to: `/channels/${of}`, word: t(`menu.${of}`) };
}

/** The list of all of a kind, drafts and those that are over too. */
export function ChannelList({
  of,
  states,
  children,
}: {
  of: ChannelKind;
  /** Shown one by one where there are several. */
  states?: readonly State[];
  children: ReactNode;
}) {
  const t = useT();
  return (
    <Page
      title={t(`menu.${of}`)}
      lead={t(`${of}.lead`)}
      actions={<LinkButton to={`/channels/${of}/new`}>{t(`${of}.new`)}</LinkButton>}
    >
      {states && (
        <Views
          name="state"
          label={t('list.state')}
          views={[
            { value: '', word: t('channel.all') },
            ...states.map((value) => ({ value, word: t(`channelState.${value}`) })),
          ]}
        />
      )}
      {children}
    </Page>
  );
}

/** A new one of a kind. */
export function NewChannel({ of, lead, children }: { of: ChannelKind; lead?: string; children: ReactNode }) {
  const t = useT();
  return (
    <Page title={t(`${of}.new`)} lead={lead} back={useBack(of)}>
      {children}
    </Page>
  );
}

interface ChannelDraft {
  name: { zh: string; en: string };
  state?: State;
  cancelledWhy?: string | null;
}

const KINDS = { venues: 'venue', campaigns: 'campaign', fairs: 'fair', brands: 'brand' } as const;

/** One of a kind: what it is called and how it stands, what is written or was published, and the steps with it. */
export function ChannelPage<Draft extends ChannelDraft>({
  of,
  query,
  main,
  side,
}: {
  of: ChannelKind;
  query: Query<Draft>;
  main: (draft: Draft) => ReactNode;
  side: (draft: Draft) => ReactNode;
}) {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const { data } = query;
  return (
    <Page
      title={data ? say(data.name) : t(`menu.${of}`)}
      lead={data?.state && <StateBadge state={data.state} />}
      back={useBack(of)}
      history={{ kind: KINDS[of], id }}
    >
      <Whole query={query}>
        {(draft) => (
          <Sheet
            main={main(draft)}
            side={
              <>
                {side(draft)}
                {draft.cancelledWhy && (
                  <Notice tone="attention" title={t('channel.cancelledWhy')}>
                    {draft.cancelledWhy}
                  </Notice>
                )}
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}

/** Fields with what is missing in them, the server's own refusal, and the button that saves. */
export function ChannelForm({
  act,
  word,
  incomplete,
  pending,
  problem,
  touched,
  onSubmit,
  children,
}: {
  act: RouteKey;
  word: string;
  /** What to say while something is missing; null where nothing is. */
  incomplete: string | null;
  pending: boolean;
  problem: ApiProblem | null;
  /** Whether something in it is typed and not saved. */
  touched: boolean;
  onSubmit: () => void;
  children: ReactNode;
}) {
  useUnsaved(touched);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {children}
      {incomplete && <Notice urgent tone="bad" title={incomplete} />}
      <Refusal problem={problem} />
      <Button data-act={act} type="submit" className="self-start" pending={pending}>
        {word}
      </Button>
    </form>
  );
}

/** An act on what is saved: held back while the form beside it has more than that. */
export function ActOnSaved<K extends RouteKey>({ act }: { act: Act<K> }) {
  const t = useT();
  return useAnyUnsaved() ? <Notice tone="attention" title={t('leave.saveFirst')} /> : <ActButton act={act} />;
}

type Published = 'campaigns' | 'fairs';

/** What is drafted is published, and what is drafted or published is called off. */
export function PublishActs({
  of,
  draft: { id, version, state, mayPublish = true },
}: {
  of: Published;
  /** `mayPublish`: asked for where whoever drafted it does not. */
  draft: { id: string; version: number; state: 'draft' | 'published' | 'cancelled'; mayPublish?: boolean };
}) {
  const t = useT();
  const publish: Act<`POST /catalogue/${Published}/{id}/publish`> = {
    route: `POST /catalogue/${of}/{id}/publish`,
    ...{ word: t('channel.publish'), lead: t(`${of}.publishLead`), done: t('channel.published'), look: 'primary' },
    fields: [],
    input: () => ({ params: { id }, version }),
  };
  const cancel: Act<`POST /catalogue/${Published}/{id}/cancel`> = {
    route: `POST /catalogue/${of}/{id}/cancel`,
    ...{ word: t('channel.cancel'), lead: t(`${of}.cancelLead`), done: t('channel.cancelled'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('channel.reason'), least: 2, most: 300 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
  if (state === 'cancelled') return null;
  return (
    <div className="flex flex-col gap-3">
      {state === 'draft' && (mayPublish ? <ActOnSaved act={publish} /> : <OtherPerson />)}
      <ActButton act={cancel} />
    </div>
  );
}
