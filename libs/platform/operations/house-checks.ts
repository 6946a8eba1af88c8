import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config';
import type { Database } from '../database/database';
import { statement } from '../database/statement';
import type { Examined, GoLiveCheck } from './go-live';
import type { Said } from './readings';

/** A setting that is not what it has to be. */
const isNot = (name: string, zh: string, en: string): Said => ({ zh: `${name} ${zh}`, en: `${name} ${en}` });
const LOCAL = /^(localhost|127\.|\[::1\]|0\.0\.0\.0|10\.|192\.168\.)/;

/** Whether an address is one that others reach over TLS. */
function isPublic(address: string | undefined): boolean {
  if (address === undefined) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && !LOCAL.test(hostname);
}

const SANDBOX_OR_TEST = {
  key: isNot('STRIPE_SECRET_KEY', '不是正式密钥', 'is no live key'),
  base: isNot('STRIPE_API_BASE', '指向沙箱', 'leads to a sandbox'),
};

/** What the settings say: nothing is asked of the network, since a provider that is down is no setting. */
export function faultsOfSettings(config: Config): Record<'production' | 'payments' | 'messages' | 'origin', Said[]> {
  const real = config.STRIPE_API_BASE === undefined && /^[sr]k_live_/.test(config.STRIPE_SECRET_KEY);
  // A carrier inside the own network is one; the sandbox's page carries nothing to anybody.
  const carried = config.MESSAGE_CARRIER_URL !== undefined && !config.MESSAGE_CARRIER_URL.includes('/_sandbox/');
  return {
    production:
      config.NODE_ENV === 'production' ? [] : [isNot('NODE_ENV', `为 ${config.NODE_ENV}`, `is ${config.NODE_ENV}`)],
    payments: real ? [] : [SANDBOX_OR_TEST[config.STRIPE_API_BASE === undefined ? 'key' : 'base']],
    messages: carried
      ? []
      : [isNot('MESSAGE_CARRIER_URL', '未设置，或指向沙箱', 'is not set, or leads to the sandbox')],
    origin: isPublic(config.PUBLIC_ORIGIN)
      ? []
      : [isNot('PUBLIC_ORIGIN', `为 ${config.PUBLIC_ORIGIN}`, `is ${config.PUBLIC_ORIGIN}`)],
  };
}

const readServer = statement<{ archives: boolean; superuser: boolean }>(
  'platform.read_server',
  `select current_setting('archive_mode') <> 'off' as archives,
          (select rolsuper from pg_roles where rolname = session_user) as superuser`,
);

async function serverOf(database: Database) {
  const [row] = await database.read(readServer);
  return row!;
}

/** The key that `npm start` makes lies beside what it seals: whoever takes the folder has both. */
async function liesBesideData({ MASTER_KEY: key, DATA_DIR: folder }: Config): Promise<boolean> {
  const text = await readFile(join(folder, 'secrets.json'), 'utf8').catch(() => '');
  return text.includes(key);
}

const ofSettings = (part: keyof ReturnType<typeof faultsOfSettings>, asks: Said): GoLiveCheck => ({
  name: `platform.${part}`,
  asks,
  missing: ({ config }: Examined) => faultsOfSettings(config)[part],
});

/** What the instance itself has to be. */
export const houseChecks: readonly GoLiveCheck[] = [
  {
    name: 'platform.ownData',
    asks: {
      zh: '数据库里没有演示数据：用 NODE_ENV=production 在新的数据库上启动',
      en: 'No demonstration data in the database: start on a new one with NODE_ENV=production',
    },
    missing: ({ demo }) => (demo ? [{ zh: '现为演示实例', en: 'this is a demonstration' }] : []),
  },
  ofSettings('production', { zh: '以 production 方式运行', en: 'Runs as production' }),
  ofSettings('origin', {
    zh: '网址是公网上的 https 地址',
    en: 'The address is a public one, with https',
  }),
  ofSettings('payments', {
    zh: '收款用支付机构的正式密钥，不经沙箱',
    en: 'Payments go to the provider with a live key, not to the sandbox',
  }),
  ofSettings('messages', { zh: '短信和邮件有服务商发送', en: 'Mail and SMS are carried by a provider' }),
  {
    name: 'platform.masterKey',
    asks: {
      zh: '主密钥由 MASTER_KEY 给出，并与数据分开保管',
      en: 'The master key is given by MASTER_KEY and kept apart from the data',
    },
    missing: async ({ config }) =>
      (await liesBesideData(config))
        ? [{ zh: '密钥在数据目录的 secrets.json 里', en: 'it lies in secrets.json of the data folder' }]
        : [],
  },
  {
    name: 'platform.databaseRole',
    asks: { zh: '接口连接数据库的角色不是超级用户', en: 'The database role of the api is no superuser' },
    missing: async ({ database }) =>
      (await serverOf(database)).superuser ? [isNot('DATABASE_URL', '以超级用户连接', 'connects as one')] : [],
  },
  {
    name: 'platform.backup',
    asks: {
      zh: '数据库持续归档，可以恢复到任一时刻',
      en: 'The database is archived continuously and can be brought back to any moment',
    },
    missing: async ({ database }) =>
      (await serverOf(database)).archives ? [] : [isNot('archive_mode', '为 off', 'is off')],
  },
];
