export const identityProblems = {
  NOT_SIGNED_IN: { status: 401, zh: '请先登录', en: 'Sign in first' },
  SESSION_EXPIRED: { status: 401, zh: '登录已过期，请重新登录', en: 'The session has expired' },
  WRONG_CREDENTIALS: { status: 401, zh: '账号或密码不正确', en: 'The login or the password is wrong' },
  WRONG_CODE: { status: 401, zh: '验证码不正确或已失效', en: 'The code is wrong or no longer valid' },
  SECOND_FACTOR_REQUIRED: { status: 403, zh: '需要动态口令验证', en: 'A second factor is required' },
  STEP_UP_REQUIRED: { status: 403, zh: '此操作需要重新验证身份', en: 'This needs a fresh second factor' },
  FORBIDDEN: { status: 403, zh: '没有权限', en: 'Your role does not allow this' },
  VIEWING_ONLY: {
    status: 403,
    zh: '查看他人工作台时只能看，不能操作，也不能下载',
    en: 'Looking on is reading alone: nothing is done or downloaded',
  },
  LAST_OF_TEAM: {
    status: 409,
    zh: '至少要有一人长期在岗，请先移交给他人',
    en: 'Somebody must stay for good: hand it over first',
  },
  DUTIES_APART: {
    status: 409,
    zh: '这两个岗位不能由同一人担任',
    en: 'One person does not act in both of these roles',
  },
  VIEWS_TOO_LARGE: {
    status: 422,
    zh: '这个列表保存的视图太多太长，请先删去几个',
    en: 'The views of this list are too much together: delete some first',
  },
  WEAK_PASSWORD: { status: 422, zh: '密码过短或过于常见', en: 'The password is too short or too common' },
  CONSENT_STANDS: {
    status: 409,
    zh: '服务协议和个人信息保护政策随账号生效，不再同意请注销账号；或您看到的文本已更新，请刷新后再操作',
    en: 'Terms and privacy policy stand as long as the account does: delete it to end them. Or the text has changed: reload the page',
  },
  ACCOUNT_IN_USE: {
    status: 409,
    zh: '账号还有未完结的事项，暂不能注销',
    en: 'Something of the account is not over, so it cannot be deleted yet',
  },
} as const;
