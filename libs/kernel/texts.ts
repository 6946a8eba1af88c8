/** A picture with what belongs to it (a joiner, a tone, a variant), which stays; or a character nobody sees. */
const UNSEEN =
  /(\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]*)|[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/** A text in NFC without what nobody sees and without blanks around it: a soft hyphen inside 治疗 would hide it from every rule. */
export function tidied(value: string): string {
  return value
    .normalize('NFC')
    .replace(UNSEEN, (_, picture?: string) => picture ?? '')
    .trim();
}

/** A phone number as lists and pages show it: three digits, four stars, four digits. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
