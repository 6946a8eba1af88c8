import { dayInWords, kilograms } from './why';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What somebody is told, in both languages. */
export interface Message {
  readonly title: Words;
  readonly body: Words;
}

export interface AgreementNamed {
  readonly supplier: string;
  readonly household: string;
  readonly kind: 'contractPurchase' | 'employment' | 'dividend';
  readonly number: string;
}

const KINDS: Readonly<Record<AgreementNamed['kind'], Words>> = {
  contractPurchase: { zh: '订单收购协议', en: 'purchase agreement' },
  employment: { zh: '务工协议', en: 'employment agreement' },
  dividend: { zh: '收益分红协议', en: 'dividend agreement' },
};

const what = ({ supplier, household, kind, number }: AgreementNamed): Words => ({
  zh: `${supplier}与${household}的${KINDS[kind].zh}（${number}）`,
  en: `the ${KINDS[kind].en} ${number} of ${supplier} and ${household}`,
});
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What households and clerks are told about agreements. */
export const AGREEMENT_MESSAGES = {
  offered: (named: AgreementNamed, from: string): Message => ({
    title: { zh: '有一份协议等您签', en: 'An agreement waits for your signature' },
    body: {
      zh: `${what(named).zh}，拟从${dayInWords(from).zh}起生效。请读完再签，不同意可以不签。`,
      en: `${capital(what(named).en)} is to bind from ${dayInWords(from).en}. Read it before you sign; you need not.`,
    },
  }),
  signed: (named: AgreementNamed, from: string): Message => ({
    title: { zh: '协议已签署', en: 'An agreement is signed' },
    body: {
      zh: `${what(named).zh}双方已签，从${dayInWords(from).zh}起生效。`,
      en: `${capital(what(named).en)} is signed by both sides and binds from ${dayInWords(from).en}.`,
    },
  }),
  witnessed: (named: AgreementNamed, from: string, witness: string): Message => ({
    title: { zh: '您的协议已在见证下签署', en: 'Your agreement was signed before a witness' },
    body: {
      zh: `${what(named).zh}，见证人：${witness}，从${dayInWords(from).zh}起生效。如非您本人所签，请打开协议终止它，并告诉县里。`,
      en: `${capital(what(named).en)}, witnessed by ${witness}, binds from ${dayInWords(from).en}. If you did not sign it, open it, end it and tell the county.`,
    },
  }),
  declined: (named: AgreementNamed, reason: string): Message => ({
    title: { zh: '农户不同意协议', en: 'A household declined an agreement' },
    body: { zh: `${what(named).zh}。理由：${reason}`, en: `${capital(what(named).en)}. Why: ${reason}` },
  }),
  withdrawn: (named: AgreementNamed, reason: string): Message => ({
    title: { zh: '供应商收回了待签的协议', en: 'An offered agreement was taken back' },
    body: { zh: `${what(named).zh}，不用再签。理由：${reason}`, en: `${capital(what(named).en)}. Why: ${reason}` },
  }),
  ending: (named: AgreementNamed, lastDay: string, reason: string): Message => ({
    title: { zh: '协议将终止', en: 'An agreement ends' },
    body: {
      zh: `${what(named).zh}，最后一天是 ${lastDay}。理由：${reason}。到那天为止应得的照付。`,
      en: `${capital(what(named).en)} ends; its last day is ${lastDay}. Why: ${reason}. What is earned until then stays owed.`,
    },
  }),
  over: (named: AgreementNamed): Message => ({
    title: { zh: '协议已到期', en: 'An agreement is over' },
    body: {
      zh: `${what(named).zh}已到期或终止。以后的交售和出工须有新的协议。`,
      en: `${capital(what(named).en)} is over. Later deliveries and work want a new one.`,
    },
  }),
} as const;

/** Exactly this page is signed by the code: whoever reads it sees what it stands for. */
export function signingMessage(code: string, named: AgreementNamed): string {
  return `签约码 ${code}，用于签署${what(named).zh}。没读过协议请勿告知。Xihuo code ${code} signs this agreement only.`;
}

export interface HeldFacts {
  readonly supplier: string;
  readonly household: string;
  readonly product: string;
  readonly grams: bigint;
  readonly day: string;
  readonly why: Words;
}

/** A confirmed delivery is owed by no agreement, or not whole. */
export function heldMessage({ supplier, household, product, grams, day, why }: HeldFacts): Message {
  const { zh, en } = {
    zh: `${day} ${household}向${supplier}交售${product} ${kilograms(grams)} 千克`,
    en: `${day}, ${household} delivered ${kilograms(grams)} kg of ${product} to ${supplier}`,
  };
  return {
    title: { zh: '有一笔交售没有协议可依', en: 'A delivery is not covered by any agreement' },
    body: {
      zh: `${zh}：${why.zh}。补签或变更协议后即计入应得。`,
      en: `${en}. ${why.en}. It is owed once an agreement is signed or amended.`,
    },
  };
}

export interface WorkFacts {
  readonly supplier: string;
  readonly household: string;
  readonly from: string;
  readonly to: string;
  readonly why: Words;
}

const when = ({ from, to }: WorkFacts) => (from === to ? from : `${from}—${to}`);

/** What households and clerks are told about work. */
export const WORK_MESSAGES = {
  recorded: (facts: WorkFacts, records: number): Message => ({
    title: { zh: '有出工记录等您确认', en: 'A record of your work waits for you' },
    body: {
      zh: `${facts.supplier}记了 ${records} 笔：${when(facts)} ${facts.why.zh}。对就确认，不对就提出异议。`,
      en: `${facts.supplier} entered ${records}: ${when(facts)}, ${facts.why.en}. Confirm if it is right, contest it if not.`,
    },
  }),
  witnessed: (facts: WorkFacts, records: number, witness: string, until: string): Message => ({
    title: { zh: '您的出工已由他人见证', en: 'Your work was witnessed' },
    body: {
      zh: `${facts.supplier}记了 ${records} 笔：${when(facts)} ${facts.why.zh}，见证人：${witness}。${until} 前可提出异议，到期未提即作数。`,
      en: `${facts.supplier} entered ${records}: ${when(facts)}, ${facts.why.en}, witnessed by ${witness}. Contest it before ${until}; after that it stands.`,
    },
  }),
  contested: (facts: WorkFacts, reason: string): Message => ({
    title: { zh: '农户对出工记录有异议', en: 'A household contests a record of work' },
    body: {
      zh: `${facts.household} ${when(facts)}：${facts.why.zh}。理由：${reason}。请核对后更正，更正须由本人确认。`,
      en: `${facts.household}, ${when(facts)}: ${facts.why.en}. Reason: ${reason}. Correct it; the worker confirms.`,
    },
  }),
  corrected: (facts: WorkFacts, reason: string): Message => ({
    title: { zh: '出工记录已更正，等您确认', en: 'A record of work was corrected and waits for you' },
    body: {
      zh: `更正后：${when(facts)} ${facts.why.zh}。更正原因：${reason}。原记录仍可查看。`,
      en: `Now: ${when(facts)}, ${facts.why.en}. Why: ${reason}. The earlier one stays readable.`,
    },
  }),
  withdrawn: (facts: WorkFacts, reason: string): Message => ({
    title: { zh: '一笔出工记录被收回', en: 'A record of work was taken back' },
    body: {
      zh: `${when(facts)} ${facts.why.zh}，不再计入。理由：${reason}。如不同意，请向供应商或县里提出。`,
      en: `${when(facts)}, ${facts.why.en}: it counts no more. Why: ${reason}.`,
    },
  }),
} as const;
