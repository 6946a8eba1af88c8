export const deadLetters = {
  'menu.deadLetters': 'Events set aside',
  'deadLetters.lead':
    'An event that a step could not process after several tries is set aside so that the others go on. Once the cause is mended, the events of one cause can be sent to that step again.',
  'deadLetters.consumer': 'Step',
  'deadLetters.event': 'Event',
  'deadLetters.error': 'Error',
  'deadLetters.events': 'Events',
  'deadLetters.attempts': 'Tries',
  'deadLetters.first': 'First set aside',
  'deadLetters.last': 'Last set aside',
  'deadLetters.again': 'Process again',
  'deadLetters.againText':
    '{events} events are sent to {consumer} again, at most 5,000 at a time. Those that fail again are set aside here again.',
  'deadLetters.sent': 'Sent again.',
  'deadLetters.none': 'No events set aside',
  'deadLetters.noneText': 'Every event has been processed or is being processed.',
} as const;
