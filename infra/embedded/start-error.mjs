/** A reason not to start that a person can act on: what is wrong, and the way on. */
export class StartError extends Error {
  /** @param {string} message @param {string} wayOn */
  constructor(message, wayOn) {
    super(message);
    this.name = 'StartError';
    this.wayOn = wayOn;
  }
}
