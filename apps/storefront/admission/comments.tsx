import {
  Badge,
  Button,
  Card,
  FormErrors,
  formatDate,
  Notice as Remark,
  TextArea,
  TextField,
  useLocale,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';
import type { StandardWhole } from './standard-page';

type Comment = StandardWhole['comments'][number];

function CommentEntry({ comment }: { comment: Comment }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="border-t border-line py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-faint">
        <span className="font-medium text-ink">{comment.authorName}</span>
        {formatDate(comment.commentedAt, locale)}
        {comment.adopted === null ? (
          <Badge>{t('comments.waiting')}</Badge>
        ) : (
          <Badge tone={comment.adopted ? 'good' : 'neutral'}>
            {t(comment.adopted ? 'comments.adopted' : 'comments.notAdopted')}
          </Badge>
        )}
      </p>
      <p className="whitespace-pre-line">{comment.statement}</p>
      {comment.answer !== null && (
        <div className="mt-2 border-s-2 border-green ps-3 text-ink-soft">
          <p className="text-sm font-medium text-green">{t('comments.answer')}</p>
          <p className="whitespace-pre-line">{comment.answer}</p>
        </div>
      )}
    </li>
  );
}

function CommentForm({ standard, onSent }: { standard: string; onSent: (comment: Comment) => void }) {
  const t = useT();
  const problemText = useProblemText();
  const [authorName, setAuthorName] = useState('');
  const [statement, setStatement] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useSend('POST /standards/{standard}/comments', {
    onSuccess: (comment) => {
      setStatement('');
      setAttempt(0);
      onSent(comment);
    },
  });
  const body = { authorName: authorName.trim(), statement: statement.trim() };
  const faults = [
    ...(body.authorName === '' ? [{ field: 'comment-name', message: t('comments.nameWrong') }] : []),
    ...(body.statement.length < 4 ? [{ field: 'comment-statement', message: t('comments.statementWrong') }] : []),
  ];
  const errorOf = (field: string) => (attempt > 0 ? faults.find((fault) => fault.field === field)?.message : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (faults.length === 0) send.mutate({ params: { standard }, body });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4 print:hidden">
      <h3 className="text-base">{t('comments.form')}</h3>
      <p className="text-sm text-ink-soft">{t('comments.promise')}</p>
      {attempt > 0 && <FormErrors faults={faults} attempt={attempt} />}
      <TextField
        id="comment-name"
        label={t('comments.name')}
        hint={t('comments.nameHint')}
        error={errorOf('comment-name')}
        autoComplete="name"
        maxLength={40}
        value={authorName}
        onChange={(event) => setAuthorName(event.target.value)}
      />
      <TextArea
        id="comment-statement"
        label={t('comments.statement')}
        error={errorOf('comment-statement')}
        rows={5}
        maxLength={4000}
        value={statement}
        onChange={(event) => setStatement(event.target.value)}
      />
      {send.error && <Remark tone="bad" urgent title={problemText(send.error)} />}
      <div role="status">{send.data && statement === '' && <Remark tone="good" title={t('comments.sent')} />}</div>
      <Button type="submit" pending={send.isPending} className="self-start">
        {t('comments.send')}
      </Button>
    </form>
  );
}

/** What people said about a draft and what was answered; open while the draft is. */
export function Comments({ standard }: { standard: StandardWhole }) {
  const t = useT();
  // Reads of this page are kept a minute on the way: what was just sent is shown from its own answer until they bring it.
  const [sent, setSent] = useState<Comment[]>([]);
  const known = new Set(standard.comments.map(({ id }) => id));
  const comments = [...standard.comments, ...sent.filter(({ id }) => !known.has(id))];
  const isOpen = standard.status === 'commenting';
  if (!isOpen && comments.length === 0) return null;
  return (
    <div className="mt-5">
      <Card title={t('comments.title')}>
        <div className={isOpen ? 'grid items-start gap-x-10 gap-y-6 md:grid-cols-2' : ''}>
          {comments.length === 0 ? (
            <p className="text-ink-faint">{t('comments.none')}</p>
          ) : (
            <ul className="border-b border-line">
              {comments.map((comment) => (
                <CommentEntry key={comment.id} comment={comment} />
              ))}
            </ul>
          )}
          {isOpen && (
            <CommentForm
              standard={standard.standard}
              onSent={(comment) => setSent((earlier) => [...earlier, comment])}
            />
          )}
        </div>
      </Card>
    </div>
  );
}
