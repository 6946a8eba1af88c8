interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Message {
  readonly title: Words;
  readonly body: Words;
}

export interface DeliveryFacts {
  readonly supplier: string;
  readonly product: string;
  readonly grams: bigint;
  readonly day: string;
}

/** Kilograms as people say them: no more digits than the scale showed. */
export function kilograms(grams: bigint): string {
  const whole = grams / 1000n;
  const rest = (grams % 1000n).toString().padStart(3, '0').replace(/0+$/, '');
  return rest === '' ? whole.toString() : `${whole}.${rest}`;
}

const what = ({ supplier, product, grams, day }: DeliveryFacts): Words => ({
  zh: `${day} 向${supplier}交售${product} ${kilograms(grams)} 公斤`,
  en: `${day}, ${kilograms(grams)} kg of ${product} to ${supplier}`,
});

/** What households and clerks are told about deliveries and recalls. */
export const MESSAGES = {
  recorded: (facts: DeliveryFacts): Message => ({
    title: { zh: '有一笔交售等您确认', en: 'A delivery waits for you' },
    body: {
      zh: `${what(facts).zh}。请核对斤两和等级，对就确认，不对就提出异议。`,
      en: `${what(facts).en}. Confirm it if weight and grade are right, contest it if not.`,
    },
  }),
  witnessed: (facts: DeliveryFacts & { witness: string; until: string }): Message => ({
    title: { zh: '您的交售已由他人见证', en: 'Your delivery was witnessed' },
    body: {
      zh: `${what(facts).zh}，见证人：${facts.witness}。${facts.until} 前可确认或提出异议，到期未提异议即视为确认。`,
      en: `${what(facts).en}, witnessed by ${facts.witness}. Confirm or contest it by ${facts.until}; after that it counts as confirmed.`,
    },
  }),
  confirmed: (facts: DeliveryFacts): Message => ({
    title: { zh: '交售已确认', en: 'Delivery confirmed' },
    body: { zh: `${what(facts).zh}，已确认，计入应得。`, en: `${what(facts).en}: confirmed and owed.` },
  }),
  contested: (facts: DeliveryFacts & { reason: string }): Message => ({
    title: { zh: '农户对交售记录有异议', en: 'A household contests a delivery' },
    body: {
      zh: `${what(facts).zh}。理由：${facts.reason}。请与农户核对后更正，更正须由农户确认。`,
      en: `${what(facts).en}. Reason: ${facts.reason}. Settle it with the household and correct it; the household confirms.`,
    },
  }),
  corrected: (facts: DeliveryFacts & { reason: string }): Message => ({
    title: { zh: '交售记录已更正，等您确认', en: 'A delivery was corrected and waits for you' },
    body: {
      zh: `更正后：${what(facts).zh}。更正原因：${facts.reason}。原记录仍可查看。`,
      en: `Now: ${what(facts).en}. Why: ${facts.reason}. The earlier row stays readable.`,
    },
  }),
  recalled: (facts: { supplier: string; lots: string; reason: string }): Message => ({
    title: { zh: '批次已召回', en: 'Lots are recalled' },
    body: {
      zh: `${facts.supplier} 的批次 ${facts.lots} 已召回，立即停止收货、加工、包装和发货。原因：${facts.reason}`,
      en: `Lots ${facts.lots} of ${facts.supplier} are recalled: nothing comes in or goes out from now on. Why: ${facts.reason}`,
    },
  }),
  recallEnded: (facts: { supplier: string; lots: string; result: string; withdrawn: boolean }): Message => ({
    title: facts.withdrawn
      ? { zh: '召回已撤销', en: 'A recall was withdrawn' }
      : { zh: '召回已完成', en: 'A recall is completed' },
    body: {
      zh: `${facts.supplier}：批次 ${facts.lots}。结果：${facts.result}`,
      en: `${facts.supplier}: lots ${facts.lots}. Result: ${facts.result}`,
    },
  }),
} as const;

/** Exactly this delivery is confirmed by the code: whoever reads it sees what it stands for. */
export function codeMessage(code: string, facts: DeliveryFacts): string {
  return `交售确认码 ${code}，用于确认：${what(facts).zh}。数字不对请勿告知。Xihuo code ${code} confirms this delivery only.`;
}

const KINDS = {
  quality: { zh: '质量问题', en: 'quality' },
  safety: { zh: '食品安全', en: 'food safety' },
  label: { zh: '标签信息', en: 'the label' },
  other: { zh: '其他', en: 'something else' },
} as const;

/** What somebody who scanned a code said of a lot. */
export function lotFeedback(said: { kind: keyof typeof KINDS; lot: string; product: string; words: string }): Message {
  const { lot, product, words } = said;
  const kind = KINDS[said.kind];
  return {
    title: { zh: `扫码反馈：${kind.zh}`, en: `Feedback from a scanned code: ${kind.en}` },
    body: { zh: `${product}，批次 ${lot}：${words}`, en: `${product}, lot ${lot}: ${words}` },
  };
}
