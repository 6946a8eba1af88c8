/** The frame of the sandbox's two pages: no scripts, phone first, and never to be taken for a real bank. */
const styles = `
:root { color-scheme: light; font: 16px/1.6 system-ui, -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1f2937; background: #f5f3ee; }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; }
main { max-width: 440px; margin: 0 auto; background: #fff; border-radius: 16px; padding: 24px; box-shadow: 0 1px 3px rgb(0 0 0 / .12); }
main.wide { max-width: 880px; }
h1 { font-size: 1.25rem; margin: 0 0 4px; }
.notice { background: #fef3c7; color: #713f12; border: 1px solid #b45309; border-radius: 12px; padding: 12px 16px; margin: 0 0 20px; }
.amount { font-size: 2.5rem; font-weight: 700; margin: 8px 0 0; font-variant-numeric: tabular-nums; }
.small { color: #4b5563; font-size: .875rem; overflow-wrap: anywhere; }
form { margin-top: 20px; }
.card form { margin: 0; }
fieldset { border: 0; padding: 0; margin: 20px 0; }
legend { font-weight: 600; margin-bottom: 4px; }
label.row { display: flex; align-items: center; gap: 12px; min-height: 48px; border-bottom: 1px solid #e5e7eb; }
input[type=radio], input[type=checkbox] { width: 20px; height: 20px; accent-color: #166534; }
button, a.button { display: block; width: 100%; min-height: 48px; margin: 12px 0 0; padding: 8px 16px; border-radius: 12px; border: 1px solid #6b7280; background: #fff; color: #1f2937; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button.primary, a.button.primary { background: #166534; border-color: #166534; color: #fff; }
button [lang=en], a.button [lang=en] { display: block; font-size: .8125rem; font-weight: 400; line-height: 1.3; }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12px; }
.fields { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); align-items: end; }
.fields label { display: grid; gap: 4px; font-weight: 600; }
select, input[type=text], input[type=number] { min-height: 44px; padding: 8px; border: 1px solid #6b7280; border-radius: 8px; font: inherit; width: 100%; background: #fff; font-weight: 400; }
ul { list-style: none; padding: 0; display: grid; gap: 12px; }
.card { border: 1px solid #d1d5db; border-radius: 12px; padding: 12px 16px; }
.card p { margin: 0; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; }
`;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

export function page(title: string, main: string, isWide = false): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
<main${isWide ? ' class="wide"' : ''}>
<p class="notice" role="note"><strong>沙箱环境，不是真实支付，不会扣款。</strong><br><span lang="en">Sandbox: this is not a real payment and no money moves.</span></p>
${main}
</main>
</body>
</html>`;
}

export function formatYuan(fen: number): string {
  const [yuan = '0', cents = '00'] = (fen / 100).toFixed(2).split('.');
  return `¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
