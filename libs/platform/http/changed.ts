/** Who was faster, as the reader may know them; null where that is nobody's name. */
export interface Changed {
  readonly by: string | null;
  readonly at: Date;
  readonly today: boolean;
}

const BEIJING_MS = 8 * 3_600_000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** 10:32, or with its day where that is another: by Beijing's clock. */
function moment({ at, today }: Changed, chinese: boolean): string {
  const beijing = new Date(at.getTime() + BEIJING_MS);
  const time = beijing.toISOString().slice(11, 16);
  if (today) return time;
  const [month, day] = [beijing.getUTCMonth(), beijing.getUTCDate()];
  return chinese ? `${month + 1}月${day}日 ${time}` : `${day} ${MONTHS[month]} ${time}`;
}

/**
 * A refusal because somebody was faster, with who and when. The trail says what was last done to the thing, not what of it the reader
 * has not seen, so the sentence claims no more than that.
 * @param title the declared sentence of the refusal
 */
export function changedSentence(code: string, title: string, changed: Changed, chinese: boolean): string {
  const when = moment(changed, chinese);
  const last = chinese
    ? `最近的记录：${changed.by === null ? '' : `${changed.by}，`}${when}`
    : `last on record: ${changed.by === null ? '' : `${changed.by}, `}${when}`;
  const said = chinese ? `${title}（${last}）` : `${title} (${last})`;
  if (code !== 'STALE_VERSION') return said;
  return chinese ? `${said}。您填写的内容还在` : `${said}. What you typed is kept`;
}
