interface Words {
  readonly zh: string;
  readonly en: string;
}
interface Message {
  readonly title: Words;
  readonly body: Words;
}

export interface Told {
  readonly supplier: string;
  readonly reason?: string;
  readonly until?: string;
}

/** What people are told about an application, in the words of those who read it. */
export const MESSAGES = {
  waitsForYou: ({ supplier }: Told): Message => ({
    title: { zh: '有新的准入申请待处理', en: 'An application waits for you' },
    body: { zh: `${supplier}的准入申请已到您的环节。`, en: `The application of ${supplier} has come to your step.` },
  }),
  signed: ({ supplier }: Told): Message => ({
    title: { zh: '县级部门已签署推荐意见', en: 'A department of the county has signed' },
    body: {
      zh: `${supplier}的申请已有一个县级部门签署推荐意见，两部门分别签署后进入下一环节。`,
      en: `One department of the county has signed for ${supplier}; with the second signature the application goes on.`,
    },
  }),
  recommended: ({ supplier }: Told): Message => ({
    title: { zh: '县级推荐完成', en: 'Recommended by the county' },
    body: {
      zh: `${supplier}的申请已由县级两部门推荐。`,
      en: `Both departments of the county have recommended ${supplier}.`,
    },
  }),
  checked: ({ supplier }: Told): Message => ({
    title: { zh: '上级复核通过', en: 'Checked by the level above' },
    body: { zh: `${supplier}的申请已通过上级复核。`, en: `The application of ${supplier} has passed the check.` },
  }),
  correctionsRequested: ({ supplier, reason, until }: Told): Message => ({
    title: { zh: '准入申请需要补正', en: 'The application needs corrections' },
    body: {
      zh: `${supplier}的申请需在 ${until} 前补正：${reason}`,
      en: `The application of ${supplier} needs corrections by ${until}: ${reason}`,
    },
  }),
  rejected: ({ supplier, reason }: Told): Message => ({
    title: { zh: '准入申请未通过', en: 'The application was rejected' },
    body: { zh: `${supplier}的申请未通过：${reason}`, en: `The application of ${supplier} was rejected: ${reason}` },
  }),
  withdrawn: ({ supplier, reason }: Told): Message => ({
    title: { zh: '准入申请已撤回', en: 'The application was taken back' },
    body: {
      zh: `${supplier}撤回了准入申请：${reason}`,
      en: `${supplier} has taken the application back: ${reason}`,
    },
  }),
  published: ({ supplier, until }: Told): Message => ({
    title: { zh: '准入申请进入公示', en: 'The application is on public notice' },
    body: {
      zh: `${supplier}已通过审核并公示，异议期至 ${until}。`,
      en: `${supplier} has passed the review and is on public notice; anybody may object until ${until}.`,
    },
  }),
  certified: ({ supplier, until }: Told): Message => ({
    title: { zh: '已成为准入供应商', en: 'Admitted as a supplier' },
    body: {
      zh: `${supplier}已成为准入供应商，有效期至 ${until}。`,
      en: `${supplier} is admitted as a supplier until ${until}.`,
    },
  }),
  held: ({ supplier, reason }: Told): Message => ({
    title: { zh: '公示期满，机器核对发现新问题', en: 'Held after the public notice' },
    body: {
      zh: `${supplier}公示期满后机器核对发现：${reason}。请人工处理。`,
      en: `After the public notice of ${supplier} a machine found: ${reason}. People decide.`,
    },
  }),
  heldBack: ({ supplier, reason }: Told): Message => ({
    title: { zh: '公示期满，暂缓准入', en: 'Not admitted yet' },
    body: {
      zh: `${supplier}公示期满后核对发现：${reason}。审核员将处理，属实的会请您补正。`,
      en: `After the public notice of ${supplier} something was found: ${reason}. A reviewer looks into it and may ask for corrections.`,
    },
  }),
  objectionReceived: ({ supplier }: Told): Message => ({
    title: { zh: '公示收到异议，正在核查', en: 'Somebody objects; it is looked into' },
    body: {
      zh: `${supplier}的公示收到异议，由未参与审核的人员核查；有答复前不会准入。`,
      en: `Somebody objects to the admission of ${supplier}. Whoever had no part in the review looks into it; nothing goes on before it is answered.`,
    },
  }),
  objectionDismissed: ({ supplier }: Told): Message => ({
    title: { zh: '公示异议经核查不成立', en: 'An objection was looked into and dismissed' },
    body: {
      zh: `对${supplier}公示的一项异议经核查不成立。`,
      en: `An objection to the admission of ${supplier} was looked into and dismissed.`,
    },
  }),
  objected: ({ supplier }: Told): Message => ({
    title: { zh: '公示收到异议', en: 'An objection to a public notice' },
    body: {
      zh: `${supplier}的公示收到异议，待核查。`,
      en: `Somebody objects to ${supplier}; it waits to be looked into.`,
    },
  }),
  objectionAnswered: ({ supplier, reason }: Told): Message => ({
    title: { zh: '您的异议已有答复', en: 'Your objection was answered' },
    body: {
      zh: `您对${supplier}公示的异议已核查：${reason}`,
      en: `Your objection about ${supplier} was looked into: ${reason}`,
    },
  }),
  inspectionPlanned: ({ supplier, until }: Told): Message => ({
    title: { zh: '将进行现场核查', en: 'An on-site inspection is planned' },
    body: { zh: `${supplier}将于 ${until} 接受现场核查。`, en: `${supplier} will be inspected on site on ${until}.` },
  }),
  inspectionCancelled: ({ supplier, reason, until }: Told): Message => ({
    title: { zh: '现场核查已取消', en: 'The on-site inspection was called off' },
    body: {
      zh: `${supplier}原定 ${until} 的现场核查已取消：${reason}`,
      en: `The inspection of ${supplier} planned for ${until} was called off: ${reason}`,
    },
  }),
  inspectionReported: ({ supplier, reason }: Told): Message => ({
    title: { zh: '现场核查结果', en: 'Result of the on-site inspection' },
    body: { zh: `${supplier}现场核查：${reason}`, en: `On-site inspection of ${supplier}: ${reason}` },
  }),
} as const;

export type MessageName = keyof typeof MESSAGES;
