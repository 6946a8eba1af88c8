/** Settlement while it runs: how far it is, rest and going on, and what could not be settled. */
export const settlement = {
  'run.paused': 'Paused',
  'run.of': 'Settlement up to {date}',
  'run.shards': '{settled} of {shards} groups of suppliers settled',
  'run.ofLines': '{settled} of {lines} lines',
  'run.progress': 'Progress of the settlement',
  'run.restText': 'Paused: no further group is begun, and what is posted stays. Resumed, it goes on with the rest.',
  'run.pause': 'Pause',
  'run.pauseText':
    'The group under way is finished and no further one is begun; what is posted stays, and it can be resumed at any time.',
  'run.pauseDone': 'Paused',
  'run.resume': 'Resume',
  'run.resumeText': 'Goes on with the suppliers that are not settled yet; what is posted is not settled again.',
  'run.resumeDone': 'Resumed',
  'run.failed': 'Suppliers that could not be settled: {count}',
  'run.failedText':
    'Nobody else is held up. Not a fen of their orders was moved; once the reason is known they can be tried again, and until then later runs leave them out too.',
  'run.failedReason': 'Reason as the system gave it',
  'run.retry': 'Try again',
  'run.retryText': 'Settles the orders of “{supplier}” once more.',
  'run.retryDone': 'It will be tried again',
} as const;
