/** Settlement while it runs: how far it is, rest and going on, and what could not be settled. */
export const settlement = {
  'run.paused': '已暂停',
  'run.of': '截至 {date} 的结算',
  'run.shards': '已结清 {settled} / {shards} 组供应商',
  'run.ofLines': '{settled} / {lines} 行订单',
  'run.progress': '结算进度',
  'run.restText': '已暂停：不再开始新的一组，已入账的保持不变。恢复后从剩下的继续。',
  'run.pause': '暂停',
  'run.pauseText': '正在结算的一组会做完，之后不再开始新的；已入账的不受影响，随时可以恢复。',
  'run.pauseDone': '已暂停',
  'run.resume': '恢复',
  'run.resumeText': '从还没有结清的供应商继续；已入账的不会再结一次。',
  'run.resumeDone': '已恢复',
  'run.failed': '{count} 家供应商没能结清',
  'run.failedText':
    '其他供应商不受影响。这些供应商的订单一分未动，查明原因后可以重试；在此之前，后面的结算也不含它们。',
  'run.failedReason': '系统给出的原因',
  'run.retry': '重试',
  'run.retryText': '把“{supplier}”的订单再结一次。',
  'run.retryDone': '已安排重试',
} as const;
