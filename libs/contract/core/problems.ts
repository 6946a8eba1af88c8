/** Problems that any route may answer. */
export const coreProblems = {
  MALFORMED_JSON: { status: 400, zh: '请求不是有效的 JSON', en: 'The request body is not valid JSON' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, zh: '只接受 JSON', en: 'Only JSON is accepted here' },
  BODY_TOO_LARGE: { status: 413, zh: '请求内容过大', en: 'The request body is too large' },
  INVALID_INPUT: { status: 422, zh: '输入有误', en: 'The input is not valid' },
  NOT_FOUND: { status: 404, zh: '未找到', en: 'Not found' },
  CROSS_SITE_REQUEST: { status: 403, zh: '拒绝跨站请求', en: 'Cross-site requests are refused' },
  IDEMPOTENCY_KEY_MISSING: { status: 400, zh: '缺少 Idempotency-Key', en: 'Idempotency-Key is required' },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    zh: '同一 Idempotency-Key 对应了不同内容',
    en: 'This Idempotency-Key was used with other content',
  },
  IDEMPOTENCY_KEY_RUNNING: { status: 409, zh: '同一请求正在处理', en: 'The same request is still running' },
  VERSION_MISSING: {
    status: 428,
    zh: '缺少 If-Match：请先读取最新内容再修改',
    en: 'If-Match is required: read what stands there first',
  },
  STALE_VERSION: {
    status: 412,
    zh: '内容已被他人更新，请刷新后再操作',
    en: 'Somebody changed this meanwhile: read it again',
  },
  RATE_LIMITED: { status: 429, zh: '操作过于频繁，请稍后再试', en: 'Too many requests, try again later' },
  UNAVAILABLE: { status: 503, zh: '服务暂不可用', en: 'The service is unavailable for the moment' },
  INTERNAL: { status: 500, zh: '系统内部错误', en: 'Internal error' },
} as const;
