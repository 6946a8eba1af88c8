import { Badge, formatDateTime, TextLink, useLocale, usePages, type Output } from '@xihuo/ui';
import { Listing } from '../admission/reading';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { ForAccount } from './for-account';
import { FARMER, leadsOn } from './leads-on';
import { useReadMessages } from './use-read-messages';

type Message = Output<'GET /me/notices'>['data'][number];

/** What lies in another entry is opened anew. */
function Look({ to, label, children }: { to: string; label: string; children: string }) {
  return to === FARMER ? (
    <a href={to} aria-label={label} className="touch text-green underline-offset-4 hover:underline">
      {children}
    </a>
  ) : (
    <TextLink to={to} aria-label={label}>
      {children}
    </TextLink>
  );
}

function MessageRow({ message, isNew }: { message: Message; isNew: boolean }) {
  const t = useT();
  const locale = useLocale();
  const to = leadsOn(message.about);
  return (
    <li className="rounded-lg border border-line bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg">{message.title}</h2>
        <span className="flex items-center gap-2 text-sm text-ink-faint">
          {isNew && <Badge tone="attention">{t('messages.new')}</Badge>}
          {formatDateTime(message.createdAt, locale)}
        </span>
      </div>
      <p className="mt-1 break-words whitespace-pre-line text-ink-soft">{message.body}</p>
      {to !== null && (
        <Look to={to} label={t('messages.lookAt', { title: message.title })}>
          {t('messages.look')}
        </Look>
      )}
    </li>
  );
}

function Messages() {
  const t = useT();
  const query = usePages('GET /me/notices', { query: {} });
  useReadMessages(query.rows);
  return (
    <Listing query={query} empty={{ title: t('messages.none'), text: t('messages.noneText') }}>
      {(rows) => (
        <ul className="flex flex-col gap-3">
          {rows.map((message) => (
            <MessageRow key={message.id} message={message} isNew={message.readAt === null} />
          ))}
        </ul>
      )}
    </Listing>
  );
}

/** What the house has told this buyer, newest first. */
export function MessagesPage() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle>{t('messages.title')}</PageTitle>
      <ForAccount lead={t('messages.lead')}>
        <Messages />
      </ForAccount>
    </NarrowPage>
  );
}
