/** The job that hands mail and SMS to the carrier; whoever writes one wakes it by this name. */
export const SEND_MESSAGES = 'platform.sendMessages';
