// The settings of a server: one table, read once into a frozen object. This is the only reader of the environment. All
// faults are reported together, because nobody likes to find them one restart at a time; an empty variable counts as
// absent; secrets are wrapped so that printing or logging a configuration shows `[secret]`. The reference page is made
// from this table. What only the command line needs (which server, which key) is read there.
import { isIP } from 'node:net';
import { inspect } from 'node:util';
import { z } from 'zod';
import { resourceKinds, type ResourceKind } from './core/resource.ts';

/** Something that must not be printed. Whoever needs it asks for it by `reveal`. */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

interface Setting<Schema extends z.ZodType, Initial extends string | null> {
  readonly name: string;
  /** As it would be written in the environment; null where absence means something of its own. */
  readonly initial: Initial;
  readonly schema: Schema;
  readonly text: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const settings = {
  port: setting('PORT', '8700', integer(0, 65_535), 'The port to listen on.'),
  host: setting(
    'HOST',
    '127.0.0.1',
    z.string(),
    'The address to listen on. `0.0.0.0` or `::` opens the server to the network; in a container that is needed.',
  ),
  publicUrl: setting(
    'COUNTERSIGN_PUBLIC_URL',
    null,
    z.string().transform(originOf),
    'Where people reach the server, such as `https://access.example.com`. With `https` cookies are Secure and their name begins with `__Host-`. Absent: `http://localhost` with the port.',
  ),
  trustProxy: setting(
    'COUNTERSIGN_TRUST_PROXY',
    null,
    z.string().transform(networksOf),
    'Addresses or networks of the proxies in front, separated by commas, such as `10.0.0.0/8`. Only from them are `X-Forwarded-For`, `-Host` and `-Proto` believed. Absent: from nobody.',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    null,
    databaseAddress(),
    'The PostgreSQL 16 or newer that keeps everything, such as `postgres://user:password@host/database`. Absent: Countersign runs one of its own in the data folder.',
  ),
  databaseDirectUrl: setting(
    'DATABASE_DIRECT_URL',
    null,
    databaseAddress(),
    'The same database without a transaction pooler between, for LISTEN. Absent: DATABASE_URL is used.',
  ),
  databasePoolSize: setting(
    'DATABASE_POOL_SIZE',
    '10',
    integer(2, 500),
    'How many connections one server process keeps to its database.',
  ),
  dataDir: setting(
    'COUNTERSIGN_DATA_DIR',
    './data/server',
    z.string(),
    'The folder of the embedded database. Unused with DATABASE_URL.',
  ),
  secretKey: setting(
    'COUNTERSIGN_SECRET_KEY',
    null,
    secretKey(),
    '32 random bytes in base64 or hexadecimal, as `openssl rand -base64 32` prints them. The passwords of targets are kept under this key; it is never made up, and without it none can be kept.',
  ),
  newSecretKey: setting(
    'COUNTERSIGN_NEW_SECRET_KEY',
    null,
    secretKey(),
    'Read by `countersign secrets rotate` only: the key that takes the place of COUNTERSIGN_SECRET_KEY.',
  ),
  checkTypes: setting(
    'COUNTERSIGN_CHECK_TYPES',
    null,
    z.string().transform(typesOf),
    'What programs that ask for checks call kinds of resources, beside `api`, `event`, `output-port` and `action`: pairs such as `record=api, topic=event`.',
  ),
  gatewayIssuer: setting(
    'COUNTERSIGN_GATEWAY_ISSUER',
    null,
    z.string().transform(issuerOf),
    'Who gives tokens to the clients of your gateways, letter by letter as `iss` says it. A call with such a token comes from the application that it names. Absent: tokens name nobody.',
  ),
  gatewayJwksUrl: setting(
    'COUNTERSIGN_GATEWAY_JWKS_URL',
    null,
    z.string().transform(issuerOf),
    'Where the keys of that issuer are. Absent: where its `/.well-known/openid-configuration` says.',
  ),
  gatewayAudience: setting(
    'COUNTERSIGN_GATEWAY_AUDIENCE',
    null,
    z.string(),
    'What `aud` of such a token has to hold. Absent: anything.',
  ),
  gatewayClientClaims: setting(
    'COUNTERSIGN_GATEWAY_CLIENT_CLAIMS',
    'client_id, azp',
    z.string().transform((text) =>
      text
        .split(',')
        .map((claim) => claim.trim())
        .filter((claim) => claim !== ''),
    ),
    'The claims that name the application; the first one that a token has counts.',
  ),
  gatewayClientHeader: setting(
    'COUNTERSIGN_GATEWAY_CLIENT_HEADER',
    null,
    z.string().regex(/^[a-z0-9-]+$/i, 'the name of a header'),
    'A header in which a gateway names the application by the certificate of its connection (its name, or a whole name with one `CN`). It is believed from the proxies in COUNTERSIGN_TRUST_PROXY only, which have to take it out of calls from outside. Absent: none.',
  ),
  eventPrefix: setting(
    'COUNTERSIGN_EVENT_PREFIX',
    'com.datamesh-manager.events.',
    z.string().regex(/^[\w.-]+\.$/, 'letters, digits, dots and dashes, with a dot at the end'),
    'What the type of every event at `/api/events` begins with. Clients of the Entropy API compare it in different ways; this one fits most of them.',
  ),
  signingKeyFile: setting(
    'COUNTERSIGN_SIGNING_KEY_FILE',
    null,
    z.string(),
    'A file with the private Ed25519 key (PEM) that signs heads of the log and evidence; one that is missing is made. Servers that share a database share this key. Absent: beside the embedded database; with DATABASE_URL nothing is signed.',
  ),
  headsFile: setting(
    'COUNTERSIGN_HEADS_FILE',
    null,
    z.string(),
    'A file that every signed head of the log is appended to, for `countersign audit verify --against`. Best on another machine’s disk. Absent: beside the embedded database; with DATABASE_URL nowhere.',
  ),
  headsWebhook: setting(
    'COUNTERSIGN_HEADS_WEBHOOK',
    null,
    z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' }),
    'An address that every signed head of the log is posted to, as JSON.',
  ),
  oidcIssuer: setting(
    'COUNTERSIGN_OIDC_ISSUER',
    null,
    z.string().transform(issuerOf),
    'The identity provider at which people sign in by OpenID Connect, such as `https://login.example.com/realms/example`. There the client has the redirect address `/api/sign-in/provider/callback` and the address after signing out `/sign-in`, both below COUNTERSIGN_PUBLIC_URL. Needs COUNTERSIGN_OIDC_CLIENT_ID and COUNTERSIGN_SECRET_KEY. Absent: people have passwords here.',
  ),
  oidcClientId: setting(
    'COUNTERSIGN_OIDC_CLIENT_ID',
    null,
    z.string(),
    'By what name the identity provider knows Countersign.',
  ),
  oidcClientSecret: setting(
    'COUNTERSIGN_OIDC_CLIENT_SECRET',
    null,
    z.string().transform((text) => new Secret(text)),
    'The secret of that client. Absent: it is a public client, which PKCE protects.',
  ),
  oidcScopes: setting(
    'COUNTERSIGN_OIDC_SCOPES',
    'openid profile email offline_access',
    z
      .string()
      .regex(
        /^(?=.*\bopenid\b)[\x21-\x7e]+( [\x21-\x7e]+)*$/,
        'scopes separated by spaces, `openid` among them',
      ),
    'What is asked for. With `offline_access` the provider is asked again every five minutes whether it still knows somebody, which is how leavers and lost groups are noticed. Some providers need a scope for groups, some refuse a scope that they do not know.',
  ),
  oidcPrompt: setting(
    'COUNTERSIGN_OIDC_PROMPT',
    null,
    z.enum(['consent', 'select_account'], 'consent or select_account'),
    'What the provider is to show at every sign-in. `consent` is what some demand before they grant `offline_access`. Absent: what it likes.',
  ),
  oidcGroupsClaim: setting(
    'COUNTERSIGN_OIDC_GROUPS_CLAIM',
    'groups',
    z.string(),
    'The claim that lists the groups of a person; a path such as `realm_access.roles` looks inside. What groups mean is set by administrators at `/api/identity-provider`.',
  ),
  oidcName: setting(
    'COUNTERSIGN_OIDC_NAME',
    'single sign-on',
    z.string().max(60, 'a name of at most 60 characters'),
    'How people call the identity provider; the button to sign in says it.',
  ),
  oidcTrustEmail: setting(
    'COUNTERSIGN_OIDC_TRUST_EMAIL',
    'false',
    z.enum(['true', 'false'], 'true or false').transform((text) => text === 'true'),
    'For providers that never say `email_verified` (Entra ID): `true` where nobody but its administrators can write an e-mail address there. An address that is marked as not verified counts for nothing all the same.',
  ),
  smtpUrl: setting(
    'COUNTERSIGN_SMTP_URL',
    null,
    z
      .string()
      .regex(/^smtps?:\/\/[^/]/, 'an address that begins with smtp:// or smtps://')
      .refine((text) => URL.canParse(text), 'an address such as smtp://user:password@mail.example.com:587')
      .transform((text) => new Secret(text)),
    'The mail server, such as `smtp://user:password@mail.example.com:587` (STARTTLS, which it has to offer unless it runs on this machine) or `smtps://…` (TLS from the first byte). Needs COUNTERSIGN_MAIL_FROM. Absent: nobody is told by mail.',
  ),
  mailFrom: setting(
    'COUNTERSIGN_MAIL_FROM',
    null,
    z
      .string()
      .regex(
        /^([^<>\p{Cc}]* <)?[^\s<>@]+@[^\s<>@]+>?$/u,
        'an address such as Countersign <access@example.com>',
      ),
    'Whom mail comes from, such as `Countersign <access@example.com>`.',
  ),
  outboundNetworks: setting(
    'COUNTERSIGN_OUTBOUND_NETWORKS',
    null,
    z.string().transform(networksOf),
    'Addresses or networks that notification channels may post to although they are private, separated by commas, such as `10.20.0.0/16`; there also without TLS. Absent: only public addresses, by https.',
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    z.enum(logLevels, `one of ${logLevels.join(', ')}`),
    'From which level on the server logs, as JSON lines on stdout.',
  ),
} as const;

type Settings = typeof settings;

export type Config = {
  readonly [Key in keyof Settings]:
    | z.output<Settings[Key]['schema']>
    | (Settings[Key]['initial'] extends null ? null : never);
};

/** What is wrong with the environment, all of it. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}

/** @throws ConfigFault that names every variable at fault, and shows the value of none. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const values = Object.entries(settings).map(([key, { name, initial, schema }]) => {
    const text = env[name]?.trim() || initial;
    if (text === null) return [key, null];
    const read = schema.safeParse(text);
    if (!read.success) faults.push(`${name} has to be ${read.error.issues[0]!.message}.`);
    return [key, read.data];
  });
  const config = Object.fromEntries(values) as Config;
  if (config.databaseDirectUrl && !config.databaseUrl)
    faults.push('DATABASE_DIRECT_URL has to come with DATABASE_URL.');
  if (config.oidcIssuer && !(config.oidcClientId && config.secretKey))
    faults.push(
      'COUNTERSIGN_OIDC_ISSUER has to come with COUNTERSIGN_OIDC_CLIENT_ID and COUNTERSIGN_SECRET_KEY, which tokens are kept under.',
    );
  if (config.gatewayClientHeader && !config.trustProxy)
    faults.push('COUNTERSIGN_GATEWAY_CLIENT_HEADER has to come with COUNTERSIGN_TRUST_PROXY.');
  if ((config.smtpUrl === null) !== (config.mailFrom === null))
    faults.push('COUNTERSIGN_SMTP_URL and COUNTERSIGN_MAIL_FROM have to come together.');
  if (faults.length > 0) throw new ConfigFault(faults);
  return Object.freeze(config);
}

/** Where people reach the server, by the settings. */
export function publicUrlOf({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`;
}

/** The identity provider, by the settings; null where none is set up. */
export function identityProviderOf(config: Config) {
  const { oidcIssuer: issuer, oidcClientId: clientId } = config;
  if (issuer === null || clientId === null) return null;
  return {
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret?.reveal() ?? null,
    scopes: config.oidcScopes,
    prompt: config.oidcPrompt,
    groupsClaim: config.oidcGroupsClaim,
    name: config.oidcName,
    trustsEmail: config.oidcTrustEmail,
  };
}

/** How clients of gateways are known, by the settings. */
export function gatewayOf(config: Config) {
  const { gatewayIssuer: issuer, gatewayClientHeader: name, trustProxy } = config;
  return {
    issuer:
      issuer === null
        ? null
        : {
            issuer,
            jwksUrl: config.gatewayJwksUrl,
            audience: config.gatewayAudience,
            claims: config.gatewayClientClaims,
          },
    clientHeader: name === null ? null : { name, proxies: trustProxy ?? [] },
  };
}

/** The mail server, by the settings; null where none is set up. */
export function mailServerOf({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>) {
  return smtpUrl === null || mailFrom === null ? null : { url: smtpUrl.reveal(), from: mailFrom };
}

/** The reference page, in Markdown. */
export function configReference(): string {
  const rows = Object.values(settings).map(
    ({ name, initial, text }) => `| \`${name}\` | ${initial === null ? '' : `\`${initial}\``} | ${text} |`,
  );
  return [
    '# Settings',
    '',
    'Settings of the server come from the environment. All faults are reported together, before anything starts.',
    'This page is generated from `src/config.ts`.',
    '',
    '| variable | initially | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function setting<Schema extends z.ZodType, Initial extends string | null>(
  name: string,
  initial: Initial,
  schema: Schema,
  text: string,
): Setting<Schema, Initial> {
  return { name, initial, schema, text };
}

function integer(least: number, most: number) {
  const message = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);
}

function databaseAddress() {
  return z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'an address that begins with postgres://')
    .transform((text) => new Secret(text));
}

function secretKey() {
  return z.string().transform((text, context) => {
    const hexadecimal = /^[0-9a-f]{64}$/i.test(text);
    const base64 = /^[\w+/-]{43}=?$/.test(text);
    if (!hexadecimal && !base64)
      context.addIssue({
        code: 'custom',
        message: '32 bytes in base64 or hexadecimal (openssl rand -base64 32)',
      });
    return new Secret(Buffer.from(text, hexadecimal ? 'hex' : 'base64'));
  });
}

function originOf(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username;
  if (isPlain) return url.origin;
  context.addIssue({
    code: 'custom',
    message: 'an address such as https://access.example.com, without a path',
  });
  return text;
}

/** An issuer is compared letter by letter, so it stays as it was written. */
function issuerOf(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isIssuer = url && !url.search && !url.hash && !url.username;
  if (isIssuer && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) return text;
  context.addIssue({ code: 'custom', message: 'an address that begins with https://' });
  return text;
}

function typesOf(text: string, context: z.RefinementCtx): Readonly<Record<string, ResourceKind>> {
  const pairs = text.split(',').map((pair) => /^\s*([\w-]{1,60})\s*=\s*([a-z-]+)\s*$/.exec(pair));
  const isKind = (word: string | undefined) =>
    (resourceKinds as readonly (string | undefined)[]).includes(word);
  if (!pairs.every((pair) => isKind(pair?.[2])))
    context.addIssue({ code: 'custom', message: 'pairs such as record=api, separated by commas' });
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] as ResourceKind]));
}

function networksOf(text: string, context: z.RefinementCtx): readonly string[] {
  const networks = text.split(',').map((one) => one.trim());
  if (!networks.every(isNetwork))
    context.addIssue({
      code: 'custom',
      message: 'addresses or networks such as 10.0.0.0/8, separated by commas',
    });
  return networks;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
