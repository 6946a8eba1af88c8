import type { Intent, IntentStatus, PaymentMethod } from './objects';
import { escapeHtml, formatYuan, page } from './page';

const methodNames: Record<PaymentMethod, string> = {
  wechat_pay: '微信支付 <span lang="en">WeChat Pay</span>',
  alipay: '支付宝 <span lang="en">Alipay</span>',
  card: '银行卡 <span lang="en">Bank card</span>',
};

const endings: Record<IntentStatus, [zh: string, en: string]> = {
  requires_payment_method: ['等待支付', 'Waiting for payment'],
  requires_action: ['等待支付', 'Waiting for payment'],
  processing: ['支付处理中，稍后到账', 'Processing: the money arrives later'],
  succeeded: ['支付成功', 'Paid'],
  canceled: ['支付已取消', 'Payment canceled'],
};

const title = '沙箱收银台 · Sandbox cashier';

export interface CashierView {
  intent: Intent;
  returnUrl: string | null;
}

export function payPage({ intent, returnUrl }: CashierView): string {
  const methods = intent.payment_method_types
    .map((method, index) => {
      const checked = index === 0 ? ' checked' : '';
      return `<label class="row"><input type="radio" name="method" value="${method}"${checked}> <span>${methodNames[method]}</span></label>`;
    })
    .join('\n');
  const declined = intent.last_payment_error
    ? '<p role="alert"><strong>上一次支付未成功，请重试。</strong> <span lang="en">The last attempt failed. Please try again.</span></p>'
    : '';
  return page(
    title,
    `${heading(intent)}
${declined}
<form method="post" action="/cashier/${intent.id}">
<input type="hidden" name="client_secret" value="${escapeHtml(intent.client_secret)}">
<input type="hidden" name="return_url" value="${escapeHtml(returnUrl ?? '')}">
<fieldset><legend>支付方式 <span lang="en">Pay with</span></legend>
${methods}
</fieldset>
<button class="primary" name="choice" value="succeed">支付成功 <span lang="en">Pay now</span></button>
<div class="pair">
<button name="choice" value="decline">支付失败 <span lang="en">Decline</span></button>
<button name="choice" value="later">稍后到账 <span lang="en">Pay later</span></button>
</div>
<button name="choice" value="cancel">取消支付 <span lang="en">Cancel</span></button>
</form>`,
  );
}

export function endPage({ intent }: CashierView, backUrl: string | null): string {
  const [zh, en] = endings[intent.status];
  const back = backUrl
    ? `<a class="button primary" href="${escapeHtml(backUrl)}">返回商家 <span lang="en">Back to the shop</span></a>`
    : '';
  return page(
    title,
    `${heading(intent)}\n<p role="status"><strong>${zh}</strong> <span lang="en">${en}</span></p>\n${back}`,
  );
}

export function refusalPage(zh: string, en: string): string {
  return page(title, `<h1>${zh}</h1>\n<p lang="en">${en}</p>`);
}

function heading(intent: Intent): string {
  const name = intent.description ? `<p class="small">${escapeHtml(intent.description)}</p>` : '';
  return `<h1>沙箱收银台 <span class="small" lang="en">Sandbox cashier</span></h1>
<p class="amount">${formatYuan(intent.amount)}</p>
${name}
<p class="small">支付单号 <span lang="en">Payment</span> ${escapeHtml(intent.id)}</p>`;
}
