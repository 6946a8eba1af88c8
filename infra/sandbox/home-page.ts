import { page } from './page';

export const homePage = (): string =>
  page(
    '西货沙箱 · Xihuo sandbox',
    `<h1>西货沙箱 <span class="small" lang="en">Xihuo sandbox</span></h1>
<p class="small">代替支付机构、短信和邮件的本机程序。<span lang="en">Stands in for the payment institution, SMS and mail on this machine.</span></p>
<a class="button" href="/messages">短信与邮件 <span lang="en">SMS and mail</span></a>
<a class="button" href="/parcels">快递包裹 <span lang="en">Parcels</span></a>
<a class="button" href="/misbehave">故障演练 <span lang="en">Misbehave</span></a>`,
  );
