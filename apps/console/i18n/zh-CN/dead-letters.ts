export const deadLetters = {
  'menu.deadLetters': '搁置的事件',
  'deadLetters.lead':
    '某个环节反复处理不了的事件会先搁置，不耽误其他事件。查明原因后，可以把同一原因的事件重新交给它处理。',
  'deadLetters.consumer': '处理环节',
  'deadLetters.event': '事件',
  'deadLetters.error': '出错原因',
  'deadLetters.events': '件数',
  'deadLetters.attempts': '已试次数',
  'deadLetters.first': '最早搁置',
  'deadLetters.last': '最近搁置',
  'deadLetters.again': '重新处理',
  'deadLetters.againText':
    '共 {events} 件，重新交给 {consumer} 处理，一次最多 5,000 件。仍然处理不了的，会再次搁置在这里。',
  'deadLetters.sent': '已重新交出处理。',
  'deadLetters.none': '没有搁置的事件',
  'deadLetters.noneText': '所有事件都已处理，或正在处理。',
} as const;
