// Loaded before the programs that npm start runs: when the runner dies without stopping them (kill -9), they stop by
// themselves instead of holding ports and the database.
'use strict';
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 20_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
