import type { watching } from '@xihuo/contract';
import type { Words } from './finding';

export interface Message {
  readonly title: Words;
  readonly body: Words;
}

export const KIND_WORDS: Readonly<Record<(typeof watching.MEASURE_KINDS)[number], Words>> = {
  notice: { zh: '提醒约谈', en: 'notice' },
  warning: { zh: '警示', en: 'warning' },
  rectification: { zh: '限期整改', en: 'rectification' },
  productDelisting: { zh: '产品下架', en: 'product delisting' },
  suspension: { zh: '暂停交易', en: 'suspension' },
  exit: { zh: '退出', en: 'exit' },
  reAdmissionBar: { zh: '禁止重新准入期', en: 'bar on re-admission' },
};

interface About {
  readonly supplier: string;
  readonly reason: Words;
}

/** What a supplier and its county are told about watching, measures and appeals. */
export const MESSAGES = {
  imposed: ({ supplier, reason, kind }: About & { kind: keyof typeof KIND_WORDS }): Message => ({
    title: { zh: `已采取措施：${KIND_WORDS[kind].zh}`, en: `Measure imposed: ${KIND_WORDS[kind].en}` },
    body: {
      zh: `${supplier}：${reason.zh}。可在陈述期内说明，并在申诉期内申诉一次。`,
      en: `${supplier}: ${reason.en}. You may state your case, and appeal once within the window.`,
    },
  }),
  proposed: ({ supplier, reason, kind, until }: About & { kind: 'suspension' | 'exit'; until: string }): Message => ({
    title: { zh: `拟处置告知：${KIND_WORDS[kind].zh}`, en: `Proposed: ${KIND_WORDS[kind].en}` },
    body: {
      zh: `拟对${supplier}作出“${KIND_WORDS[kind].zh}”：${reason.zh}。请于 ${until} 前陈述。`,
      en: `${KIND_WORDS[kind].en} of ${supplier} is proposed: ${reason.en}. State your case by ${until}.`,
    },
  }),
  producerOut: ({ supplier, producer }: { supplier: string; producer: string }): Message => ({
    title: { zh: '委托方暂不可销售', en: 'Your producer may not sell' },
    body: {
      zh: `${supplier}：委托方${producer}被暂停交易或已退出，您代理的产品即时停售，其恢复后自动恢复。`,
      en: `${supplier}: ${producer} is suspended or has left. What you sell for it is off sale, and returns when it does.`,
    },
  }),
  producerBack: ({ supplier, producer }: { supplier: string; producer: string }): Message => ({
    title: { zh: '委托方的措施已解除', en: 'A measure against your producer has ended' },
    body: {
      zh: `${supplier}：对委托方${producer}的措施已解除。没有其他限制时，您代理的产品恢复销售。`,
      en: `${supplier}: a measure against ${producer} has ended. Where nothing else stands against it, your goods are on sale again.`,
    },
  }),
  dropped: ({ supplier, reason }: About): Message => ({
    title: { zh: '拟处置未予采纳', en: 'The proposal was dropped' },
    body: { zh: `${supplier}：${reason.zh}`, en: `${supplier}: ${reason.en}` },
  }),
  closed: ({ supplier, reason }: About): Message => ({
    title: { zh: '监测案件已办结', en: 'A case about you is closed' },
    body: { zh: `${supplier}：${reason.zh}`, en: `${supplier}: ${reason.en}` },
  }),
  ended: ({ supplier, reason, kind }: About & { kind: keyof typeof KIND_WORDS }): Message => ({
    title: { zh: `措施已解除：${KIND_WORDS[kind].zh}`, en: `Measure ended: ${KIND_WORDS[kind].en}` },
    body: { zh: `${supplier}：${reason.zh}`, en: `${supplier}: ${reason.en}` },
  }),
  sentBack: ({ supplier, reason, until }: About & { until: string }): Message => ({
    title: { zh: '整改未通过，请补充', en: 'What was put right does not do yet' },
    body: { zh: `${supplier}，${until} 前：${reason.zh}`, en: `${supplier}, by ${until}: ${reason.en}` },
  }),
  appealFiled: ({ supplier, until }: { supplier: string; until: string }): Message => ({
    title: { zh: '有申诉待处理', en: 'An appeal waits' },
    body: {
      zh: `${supplier}已申诉，应于 ${until} 前由未参与原处置的人员答复。`,
      en: `${supplier} appeals; people who had no hand in it answer by ${until}.`,
    },
  }),
  appealDecided: ({ supplier, reason, upheld }: About & { upheld: boolean }): Message => ({
    title: upheld
      ? { zh: '申诉成立，措施已撤销', en: 'The appeal is upheld, the measure annulled' }
      : { zh: '申诉不成立', en: 'The appeal is dismissed' },
    body: { zh: `${supplier}：${reason.zh}`, en: `${supplier}: ${reason.en}` },
  }),
  expiring: ({
    supplier,
    name,
    number,
    until,
    days,
  }: Record<'supplier' | 'number' | 'until' | 'days', string> & { name: Words }): Message => ({
    title: { zh: `${name.zh}将于 ${days} 天内到期`, en: `The ${name.en} ends within ${days} days` },
    body: {
      zh: `${supplier}的${name.zh} ${number} 有效期至 ${until}，请及时提交新证；到期未续将按规则处置。`,
      en: `The ${name.en} ${number} of ${supplier} is valid until ${until}. Hand in the new one; without it the rules act.`,
    },
  }),
  recheckOpened: ({ supplier, name, until }: { supplier: string; name: Words; until: string }): Message => ({
    title: { zh: `请完成${name.zh}`, en: `Please answer the ${name.en}` },
    body: {
      zh: `${supplier}：请于 ${until} 前逐项确认或说明变化。`,
      en: `${supplier}: confirm each item, or say what changed, by ${until}.`,
    },
  }),
  recheckDecided: ({
    supplier,
    name,
    verdict,
    reason,
  }: {
    supplier: string;
    name: Words;
    verdict: Words;
    reason: string;
  }): Message => ({
    title: { zh: `${name.zh}：${verdict.zh}`, en: `${name.en}: ${verdict.en}` },
    body: {
      zh: `${supplier}${reason === '' ? '' : `：${reason}`}`,
      en: `${supplier}${reason === '' ? '' : `: ${reason}`}`,
    },
  }),
  certificateDecided: ({
    supplier,
    name,
    number,
    verdict,
  }: {
    supplier: string;
    name: Words;
    number: string;
    verdict: Words;
  }): Message => ({
    title: { zh: `${name.zh}${verdict.zh}`, en: `${name.en} ${verdict.en}` },
    body: { zh: `${supplier} ${number}`, en: `${supplier} ${number}` },
  }),
  sampleResult: ({ supplier, report, passed }: { supplier: string; report: string; passed: boolean }): Message => ({
    title: passed ? { zh: '抽检合格', en: 'Spot check passed' } : { zh: '抽检不合格', en: 'Spot check failed' },
    body: passed
      ? { zh: `${supplier}：报告 ${report}`, en: `${supplier}: report ${report}` }
      : {
          zh: `${supplier}：报告 ${report}。自收到结论起法定期限内可申请复检。`,
          en: `${supplier}: report ${report}. Another laboratory may be asked for within the legal days.`,
        },
  }),
  planned: ({ supplier, until }: { supplier: string; until: string }): Message => ({
    title: { zh: '收到整改方案', en: 'A plan to put it right came in' },
    body: {
      zh: `${supplier}提交了整改方案，应于 ${until} 前整改完毕并报告，之后由您核验。`,
      en: `${supplier} says how it will be put right, reports by ${until}, and you verify then.`,
    },
  }),
  reported: ({ supplier, until }: { supplier: string; until: string }): Message => ({
    title: { zh: '整改已报告，请核验', en: 'Reported as put right: please verify' },
    body: {
      zh: `${supplier}报告整改完毕（期限 ${until}），请核验通过或退回。`,
      en: `${supplier} reports that it was put right (due by ${until}); verify it or send it back.`,
    },
  }),
  stated: ({ supplier, until }: { supplier: string; until: string }): Message => ({
    title: { zh: '供应商已陈述', en: 'The supplier stated its case' },
    body: {
      zh: `${supplier}提交了陈述，陈述期至 ${until}，处理前请先阅读。`,
      en: `${supplier} stated its case and may until ${until}; read it before anything is decided.`,
    },
  }),
  leaveAsked: ({ supplier, until }: { supplier: string; until: string }): Message => ({
    title: { zh: '供应商申请退出', en: 'A supplier asks to leave' },
    body: {
      zh: `${supplier}申请退出，公示至 ${until}；公示期满后由两名审核员先后提出和决定。`,
      en: `${supplier} asks to leave; this is public until ${until}. After that one reviewer proposes, another decides.`,
    },
  }),
  exitStarted: ({ supplier, until }: { supplier: string; until: string }): Message => ({
    title: { zh: '退出程序已开始', en: 'The exit has begun' },
    body: {
      zh: `${supplier}：即日起停止销售；在途订单、售后、农户款项与结算应于 ${until} 前了结。`,
      en: `${supplier}: nothing is sold from now on; orders, after-sales, dues of farm households and settlement are closed by ${until}.`,
    },
  }),
  exitOverdue: ({ supplier, until }: { supplier: string; until: string }): Message => ({
    title: { zh: '退出程序逾期', en: 'An exit is overdue' },
    body: {
      zh: `${supplier}的退出清单应于 ${until} 前了结，尚有未完成事项。`,
      en: `The exit of ${supplier} was to be closed by ${until}; some steps are open.`,
    },
  }),
  exitCompleted: ({ supplier }: { supplier: string }): Message => ({
    title: { zh: '退出程序已完成', en: 'The exit is complete' },
    body: { zh: `${supplier}的退出清单已全部完成。`, en: `The checklist of the exit of ${supplier} is done.` },
  }),
} as const;
