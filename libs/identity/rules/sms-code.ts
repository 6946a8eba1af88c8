/** How long a code may be used. */
export const CODE_MS = 10 * 60_000;

/** Chinese first, English after it: whoever reads it, the digits stand in front. */
export function codeMessage(code: string): string {
  return `验证码 ${code}，十分钟内有效。任何人向您索要都不要给。Xihuo code ${code}, valid for 10 minutes.`;
}
