const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Limit {
  /** What is counted; part of the key, so that two limits on one phone never share a counter. */
  name: string;
  most: number;
  seconds: number;
}

/**
 * How often what may be tried (trust.md items 11 and 30). Tight where one account is at stake, wide where a village
 * shares an address; a success takes its attempts back.
 */
export const LIMITS = {
  loginFromAddress: { name: 'login-from-address', most: 10, seconds: 15 * MINUTE },
  login: { name: 'login', most: 60, seconds: 15 * MINUTE },
  address: { name: 'address', most: 300, seconds: 15 * MINUTE },
  secondFactor: { name: 'second-factor', most: 5, seconds: 15 * MINUTE },
  smsPhoneHour: { name: 'sms-phone-hour', most: 5, seconds: HOUR },
  smsPhoneDay: { name: 'sms-phone-day', most: 10, seconds: DAY },
  smsAddress: { name: 'sms-address', most: 60, seconds: HOUR },
  /** People who register with one phone: a village clerk does it for several organisations, not for a hundred. */
  registerPhone: { name: 'register-phone', most: 5, seconds: DAY },
  registerAddress: { name: 'register-address', most: 30, seconds: DAY },
  smsTryAddress: { name: 'sms-try-address', most: 300, seconds: 15 * MINUTE },
  /** Messages cost money: what an attacker can make us spend in a day ends here. */
  smsAll: { name: 'sms-all', most: 20_000, seconds: DAY },
} as const satisfies Record<string, Limit>;
