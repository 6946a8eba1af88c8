import { useLocale } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { BigButton } from './pieces';
import { useT } from './words';

/** Reads the page to those who read with difficulty, where the browser has a voice; nothing leaves the phone. */
export function ReadAloud({ sentences }: { sentences: readonly string[] }) {
  const t = useT();
  const locale = useLocale();
  const [speaking, setSpeaking] = useState(false);
  const voice = 'speechSynthesis' in window ? window.speechSynthesis : null;
  useEffect(() => () => voice?.cancel(), [voice]);
  if (!voice) return null;
  const stop = () => {
    voice.cancel();
    setSpeaking(false);
  };
  const speak = () => {
    voice.cancel();
    setSpeaking(true);
    sentences.forEach((sentence, index) => {
      const said = new SpeechSynthesisUtterance(sentence);
      said.lang = locale === 'en' ? 'en-GB' : 'zh-CN';
      said.rate = 0.9;
      said.onerror = () => setSpeaking(false);
      if (index === sentences.length - 1) said.onend = () => setSpeaking(false);
      voice.speak(said);
    });
  };
  return (
    <BigButton look="secondary" wide aria-pressed={speaking} onClick={speaking ? stop : speak}>
      {t(speaking ? 'farmer.readStop' : 'farmer.readAloud')}
    </BigButton>
  );
}
