/** What is said of a lost second factor, to whom it is, to the operators, and to whoever asked. */
export const factorWords = {
  asked: (name: string, { reason, ofPlatform }: { reason: string; ofPlatform: boolean }) => ({
    title: { zh: '有一项解除动态口令的提议待您复核', en: 'A lost second factor waits for a second operator' },
    body: {
      zh: `另一位运营提议解除${name}的动态口令。请先核实是本人。${ofPlatform ? '满一天后才能解除。' : ''}原因：${reason}`,
      en: `Another operator asks to take off the second factor of ${name}. See first that it is they. ${ofPlatform ? 'It may be done after a day. ' : ''}Reason: ${reason}`,
    },
  }),
  askedOfOwn: {
    title: {
      zh: '有运营提议解除您账号的动态口令',
      en: 'An operator asks to take off the second factor of your account',
    },
    body: {
      zh: '如果动态口令还在，登录工作台出示一次即可作罢，满一天后才能解除。如果不是您本人要求的，请立即联系平台。',
      en: 'If you still have it, show it on the console: nothing comes of it then. It may be done after a day. If you did not ask for it, tell the platform at once.',
    },
  },
  answer: (name: string, { reason, taken }: { reason: string; taken: boolean }) => ({
    title: taken
      ? { zh: '您提议的解除动态口令已办理', en: 'The second factor you asked about was taken off' }
      : { zh: '您提议的解除动态口令未获同意', en: 'The second factor you asked about was kept' },
    body: { zh: `${name}。${reason}`, en: `${name}. ${reason}` },
  }),
  keptOfOwn: {
    title: { zh: '您账号的动态口令照旧', en: 'The second factor of your account stays' },
    body: { zh: '解除动态口令的提议已作罢。', en: 'What was asked about it has come to nothing.' },
  },
  takenOfOwn: (ofPlatform: boolean) => ({
    title: { zh: '您账号的动态口令已解除', en: 'The second factor of your account was taken off' },
    body: {
      zh: `所有登录都已结束。请重新登录工作台，${ofPlatform ? '凭运营当面告知的启用码' : '并'}绑定新的动态口令。如果不是您本人要求的，请立即联系平台。`,
      en: `All sign-ins have ended. Sign in anew and enrol another${ofPlatform ? ', by the invitation that the operator tells you in person' : ''}. If you did not ask for it, tell the platform at once.`,
    },
  }),
  taken: (name: string) => ({
    title: { zh: '一位平台人员的动态口令已解除', en: 'The second factor of somebody of the platform was taken off' },
    body: {
      zh: `${name}凭启用码重新绑定前不能办事。如有疑问，请立即提议免去其岗位。`,
      en: `${name} does nothing until they enrol another by their invitation. If in doubt, propose the end of the role at once.`,
    },
  }),
} as const;
