import { Badge, Button, Card, Select, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ReasonAct } from '../../frame/act-dialog';
import { Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { useAfter } from '../products/use-after';
import { STANDARD_READS as READS, type Standard } from './standard';

type Comment = Standard['comments'][number];

/** What people said of a draft, and what was answered; both are public. */
export function StandardComments({ draft }: { draft: Standard }) {
  const t = useT();
  const mayAnswer = hasRole(useMe(), ['operator']) && draft.state === 'commenting';
  const [inHand, setInHand] = useState<Comment | null>(null);
  if (draft.commentsFrom === null) return null;
  return (
    <Card
      title={t('comments.title')}
      aside={<span className="text-sm text-ink-faint">{t('list.shown', { count: draft.comments.length })}</span>}
    >
      {draft.comments.length === 0 && <p className="text-ink-soft">{t('comments.none')}</p>}
      <ol className="divide-y divide-line">
        {draft.comments.map((comment) => (
          <li key={comment.id} className="py-3 first:pt-0 last:pb-0">
            <p className="text-sm text-ink-faint">
              {comment.authorName} · <Moment value={comment.commentedAt} />
            </p>
            <p className="whitespace-pre-line">{comment.statement}</p>
            {comment.answer === null ? (
              mayAnswer && (
                <Button
                  data-act="POST /admission/standards/{standard}/comments/{id}/answer"
                  look="secondary"
                  size="small"
                  className="mt-2"
                  onClick={() => setInHand(comment)}
                >
                  {t('comments.answer')}
                </Button>
              )
            ) : (
              <div className="mt-2 border-s-2 border-line ps-3">
                <Badge tone={comment.adopted ? 'good' : 'neutral'}>
                  {t(comment.adopted ? 'comments.adopted' : 'comments.notAdopted')}
                </Badge>
                <p className="text-ink-soft">{comment.answer}</p>
              </div>
            )}
          </li>
        ))}
      </ol>
      {inHand && <Answer draft={draft} comment={inHand} onClose={() => setInHand(null)} />}
    </Card>
  );
}

function Answer({ draft, comment, onClose }: { draft: Standard; comment: Comment; onClose: () => void }) {
  const t = useT();
  const [adopted, setAdopted] = useState('no');
  const send = useSend(
    'POST /admission/standards/{standard}/comments/{id}/answer',
    useAfter({ routes: READS, told: t('comments.answered'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('comments.answer')}
      submit={t('comments.submit')}
      text={
        <blockquote className="border-s-2 border-line ps-3">
          {comment.authorName}
          {t('list.colon')}
          {comment.statement}
        </blockquote>
      }
      label={t('comments.answerText')}
      hint={t('comments.answerHint')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(answer) =>
        send.mutate({
          params: { standard: draft.standard, id: comment.id },
          body: { adopted: adopted === 'yes', answer },
        })
      }
      onClose={onClose}
    >
      <Select
        label={t('comments.adoptedOrNot')}
        value={adopted}
        choices={[
          { value: 'yes', label: t('comments.adopted') },
          { value: 'no', label: t('comments.notAdopted') },
        ]}
        onChange={(event) => setAdopted(event.target.value === 'yes' ? 'yes' : 'no')}
      />
    </ReasonAct>
  );
}
