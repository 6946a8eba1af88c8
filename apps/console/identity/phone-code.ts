import { phoneCodes, useSend } from '@xihuo/ui';
import { useState } from 'react';

const { AGAIN_AFTER_S, PHONE, useSecondsLeft } = phoneCodes;

/** A code to the phone: the phone, the code, and the asking for it, which waits a minute before it may be asked for again. */
export function usePhoneCode() {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [left, setLeft] = useSecondsLeft(0);
  const ask = useSend('POST /sms-codes', { onSuccess: () => setLeft(AGAIN_AFTER_S) });
  const want = () => {
    if (PHONE.test(phone) && !ask.isPending) ask.mutate({ body: { phone } });
  };
  return { phone, setPhone, code, setCode, left, ask, want };
}
