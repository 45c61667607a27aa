// Where the adapters meet: one database, one server, the use cases between them. `main.ts` calls this for a process,
// tests call it with a clock of their own; nothing else constructs an adapter, starts a timer or reads a setting.
import swagger from '@fastify/swagger';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Registry } from 'prom-client';
import { kafka } from './adapters/connectors/kafka/index.ts';
import { postgresql } from './adapters/connectors/postgresql/index.ts';
import { Memory } from './adapters/check/memory.ts';
import { openChecks, type RunningChecks } from './adapters/db/check/follow.ts';
import { rabbitmq } from './adapters/connectors/rabbitmq/index.ts';
import { agreementReads } from './adapters/db/access/agreements.ts';
import { accessReads } from './adapters/db/access/read.ts';
import { resolver } from './adapters/db/access/resolve.ts';
import { accessStore } from './adapters/db/access/store.ts';
import { catalogForPeople } from './adapters/db/catalog/for-people.ts';
import { aboutReads } from './adapters/db/catalog/about.ts';
import { teamsForPeople } from './adapters/db/catalog/teams-for-people.ts';
import { directoryReads } from './adapters/db/identity/directory.ts';
import { contractTermsReads } from './adapters/db/catalog/contract-terms.ts';
import { policyReferences } from './adapters/db/catalog/policies.ts';
import { catalogReads } from './adapters/db/catalog/reads.ts';
import { catalogStore } from './adapters/db/catalog/store.ts';
import { documentStore, keptReads } from './adapters/db/rover/kept.ts';
import { roverStore } from './adapters/db/rover/store.ts';
import { openDatabase, type Database } from './adapters/db/database.ts';
import { attempts } from './adapters/db/identity/attempts.ts';
import { credentials } from './adapters/db/identity/credentials.ts';
import { keys } from './adapters/db/identity/keys.ts';
import { links } from './adapters/db/identity/links.ts';
import { people } from './adapters/db/identity/people.ts';
import { providerAccounts } from './adapters/db/identity/provider-accounts.ts';
import { roverTokens } from './adapters/db/identity/rover-tokens.ts';
import { sessions } from './adapters/db/identity/sessions.ts';
import { changeBoard, sidesOfResources } from './adapters/db/log/changes.ts';
import { insightReads } from './adapters/db/insights.ts';
import { noticeReads } from './adapters/db/notices/read.ts';
import { channelStates, channelStore, teamChannels } from './adapters/db/notices/channels.ts';
import { noticeGauges } from './adapters/db/notices/gauges.ts';
import { deliveryDesk, deliveryStore } from './adapters/db/notices/deliveries.ts';
import { noticeSettings } from './adapters/db/notices/settings.ts';
import { noticeStore } from './adapters/db/notices/store.ts';
import { byChat } from './adapters/notices/by-chat.ts';
import { openOutbound } from './adapters/outbound.ts';
import { notificationChannelRoutes } from './adapters/http/routes/notification-channels.ts';
import { byMail } from './adapters/notices/by-mail.ts';
import { dayOf } from './adapters/notices/day.ts';
import { openMailer, type MailServer } from './adapters/notices/mailer.ts';
import { evidence } from './adapters/db/log/evidence.ts';
import { logReader } from './adapters/db/log/read.ts';
import { sealAll } from './adapters/db/log/seal.ts';
import { logVisibility } from './adapters/db/log/visible.ts';
import { openFeed } from './adapters/feed/feed.ts';
import { authenticate } from './adapters/http/authenticate.ts';
import { endOfDay } from './adapters/days.ts';
import { documents } from './adapters/documents/documents.ts';
import { roverDocuments } from './adapters/documents/rover-documents.ts';
import { refuseHostile, refuseHostileWithSlashes } from './adapters/documents/hostile.ts';
import { importRoutes } from './adapters/http/routes/import.ts';
import { provisioningRoutes } from './adapters/http/routes/provisioning.ts';
import { targetWorkRoutes } from './adapters/http/routes/target-work.ts';
import { lookAhead } from './adapters/db/provisioning/outlook.ts';
import { provisioningGauges } from './adapters/db/provisioning/gauges.ts';
import { reportStore } from './adapters/db/provisioning/reports.ts';
import { provisioningStore } from './adapters/db/provisioning/store.ts';
import type { OpenSecrets } from './adapters/db/provisioning/take.ts';
import { targetWork } from './adapters/db/provisioning/targets.ts';
import { openShortWay } from './adapters/http/check/short-way.ts';
import { typesWith } from './adapters/http/check/question.ts';
import { turns } from './adapters/db/provisioning/turns.ts';
import { openApi } from './adapters/http/openapi.ts';
import { accessActRoutes } from './adapters/http/routes/access-acts.ts';
import { accessRoutes } from './adapters/http/routes/access.ts';
import { clientTokens, type IssuerSettings } from './adapters/gateway/client-tokens.ts';
import type { GatewayDeps } from './adapters/http/check/gateway.ts';
import { gatewayRoutes } from './adapters/http/routes/gateway.ts';
import { checkRoutes } from './adapters/http/routes/check.ts';
import { aboutRoutes } from './adapters/http/routes/about.ts';
import { agreementRoutes } from './adapters/http/routes/agreements.ts';
import { apiKeyRoutes } from './adapters/http/routes/api-keys.ts';
import { checkGauges, observeCalls, openMetrics, type Measured } from './adapters/http/metrics.ts';
import { changeRoutes } from './adapters/http/routes/changes.ts';
import { contractTermsRoutes } from './adapters/http/routes/contract-terms.ts';
import { roverRoutes } from './adapters/http/routes/rovers.ts';
import { docsRoutes } from './adapters/http/routes/docs.ts';
import { eventRoutes } from './adapters/http/routes/events.ts';
import { evidenceRoutes } from './adapters/http/routes/evidence.ts';
import { logRoutes } from './adapters/http/routes/log.ts';
import { houseRoutes } from './adapters/http/routes/house.ts';
import { insightRoutes } from './adapters/http/routes/insights.ts';
import { inboxRoutes } from './adapters/http/routes/inbox.ts';
import { catalogRoutes } from './adapters/http/routes/catalog.ts';
import { directoryRoutes } from './adapters/http/routes/directory.ts';
import { teamsForPeopleRoutes } from './adapters/http/routes/teams-for-people.ts';
import { catalogForPeopleRoutes } from './adapters/http/routes/catalog-for-people.ts';
import { meRoutes } from './adapters/http/routes/me.ts';
import { meshAgreementRoutes } from './adapters/http/routes/mesh-agreements.ts';
import { noticeRoutes } from './adapters/http/routes/notices.ts';
import { memberRoutes } from './adapters/http/routes/members.ts';
import { policyPreviewRoutes } from './adapters/http/routes/policy-preview.ts';
import { standingRoutes } from './adapters/http/routes/standing.ts';
import { identityProviderRoutes } from './adapters/http/routes/identity-provider.ts';
import { providerSignInRoutes } from './adapters/http/routes/provider-sign-in.ts';
import { roverApiRoutes } from './adapters/http/routes/rover-api.ts';
import { roverTokenRoutes } from './adapters/http/routes/rover-token.ts';
import { signInRoutes } from './adapters/http/routes/sign-in.ts';
import { webRoutes } from './adapters/http/routes/web.ts';
import { createServer, type Server } from './adapters/http/server.ts';
import { secretCookie, sessionCookie } from './adapters/http/session-cookie.ts';
import { providerPath } from './adapters/http/step-up.ts';
import { mint } from './adapters/mint.ts';
import { oidcProvider, type ProviderSettings } from './adapters/oidc/provider.ts';
import { openPasswords } from './adapters/passwords.ts';
import { openSecrets } from './adapters/secrets.ts';
import { tokens } from './adapters/tokens.ts';
import type { WebFiles } from './adapters/web-files.ts';
import type { CatalogPorts } from './app/catalog.ts';
import type { RoverPorts } from './app/rover.ts';
import type { Connector, TakeTurns } from './app/connector.ts';
import type { ProvisioningPorts } from './app/provisioning.ts';
import type { ProviderPorts } from './app/identity-provider.ts';
import type { LogWatch } from './app/log.ts';
import type { AccessReads, Clock, Ports, Resolver } from './app/ports.ts';
import type { Signer } from './app/signer.ts';
import type { AccessId } from './core/ids.ts';
import type { ResourceKind } from './core/resource.ts';
import { second } from './core/time.ts';
import type { ChannelPorts } from './app/notification-channels.ts';
import type { DeliveringPorts } from './app/deliver.ts';
import type { TellingPorts } from './app/tell-people.ts';
import { version } from './version.ts';

export interface Parts {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger;
  /** Networks of the proxies whose X-Forwarded headers are believed. */
  readonly trustProxy: false | readonly string[];
  /** Where people reach the web app, without a slash at the end. */
  readonly publicUrl: string;
  /** The only host names to answer for; null = any. */
  readonly hosts: readonly string[] | null;
  readonly sealSoon: () => void;
  /** Tells when the log has grown; absent: whoever waits for that waits in vain. */
  readonly watch?: LogWatch;
  /** Follows the log for checks, from the first one on. Absent: each of them reads on first, as tests want it. */
  readonly followsForChecks?: { readonly isClockRight: () => boolean };
  /** What questions of the check call kinds of resources, beside our own words. */
  readonly checkTypes?: Readonly<Record<string, ResourceKind>>;
  /** How clients of gateways are known; absent: not at all. */
  readonly gateway?: {
    readonly issuer: IssuerSettings | null;
    readonly clientHeader: GatewayDeps['clientHeader'];
  };
  /** What the type of every event in the feed begins with. */
  readonly eventPrefix?: string;
  /** Signs evidence; absent: it is given unsigned. */
  readonly signer?: Signer | null;
  /** For secrets of targets at rest, 32 bytes; absent: none can be kept. */
  readonly secretKey?: Buffer | null;
  /** The identity provider at which people sign in; absent: none. It needs the secret key. */
  readonly identityProvider?: ProviderSettings | null;
  /** Private networks that channels of teams may post to; absent: none. */
  readonly outboundNetworks?: readonly string[];
  /** Where mail goes out; absent: nobody is told by mail. */
  readonly mailServer?: MailServer | null;
  /** True while nothing may be written; absent: the disk is somebody else's. */
  readonly diskIsFull?: () => boolean;
  /** The built web app; absent: a plain page says that there is none. */
  readonly web?: WebFiles | null;
  /** Every kind of target; absent: those that this program has. */
  readonly connectors?: (takeTurns: TakeTurns) => readonly Connector[];
  /** What only a process knows about itself; absent where there is none around it. */
  readonly house?: House;
}

export interface House extends Measured {
  /** What stands in the way of work, as sentences. */
  readonly obstacles: () => Promise<readonly string[]>;
  readonly demo: boolean;
}

export interface Countersign {
  readonly server: Server;
  readonly ports: Ports;
  readonly identity: ProviderPorts;
  readonly catalog: CatalogPorts;
  readonly rover: RoverPorts;
  /** For the worker that makes access real (app/provision-due.ts). */
  readonly provisioning: ProvisioningPorts;
  /** For whoever tells people of what has happened (app/tell-people.ts). */
  readonly telling: TellingPorts;
  /** For whoever sends notices out of the house (app/deliver.ts). */
  readonly delivering: DeliveringPorts;
  readonly database: Database;
  readonly checks: RunningChecks;
}

export function assemble(parts: Parts): Countersign {
  const { pool, clock, logger, publicUrl, sealSoon } = parts;
  const database = openDatabase(pool, sealSoon);
  const fault = (error: unknown) =>
    logger.error({ err: error }, 'something behind the back of a call went wrong');
  const alarm = (access: string, error: unknown) =>
    logger.error({ access, err: error }, 'an access could not be swept');
  const cookie = sessionCookie(publicUrl);
  const server = createServer({
    ...parts,
    authenticate: authenticate({ credentials: credentials(pool, tokens, fault), cookie, clock }),
    hostileFaults: refuseHostile,
    hostileFaultsWithSlashes: refuseHostileWithSlashes,
  });
  const identity = identityPorts(database, parts);
  const ports: Ports = { accesses: accessStore(pool, alarm), clock, mint, sealSoon };
  const rover: RoverPorts = {
    rovers: roverStore(database),
    // A day that the reader has let through is one.
    documents: { ...roverDocuments, endOfDay: (day, zone) => endOfDay(day, zone)! },
    clock,
    mint,
  };
  const { connectors: kinds = allKinds } = parts;
  const connectors = new Map(kinds(turns(pool)).map((connector) => [connector.kind, connector]));
  const catalog = catalogPorts(database, parts, connectors);
  const access = {
    ports,
    reads: accessReads(pool),
    resolver: resolver(database),
    agreements: agreementReads(pool),
    ahead: lookAhead(pool),
    accessPage: (id: string) => `${publicUrl}/access/${encodeURIComponent(id)}`,
  };
  const { demo, ...house } = parts.house ?? { obstacles: async () => [], demo: false };
  const metrics = openMetrics(server, parts.house ?? null);
  const checks = checksOf(parts, fault);
  const check = { checks, types: typesWith(parts.checkTypes ?? {}), publicUrl };
  const { issuer, clientHeader } = parts.gateway ?? { issuer: null, clientHeader: null };
  server.addHook('preClose', async () => {
    await checks.stop();
  });
  checkGauges(metrics, checks);
  if (parts.hosts === null) openShortWay(server.server, check, observeCalls(metrics));
  const { provisioning, targets, reports } = atTargets(database, parts, metrics, connectors);
  const { telling, delivering, channelPorts } = noticesOut(ports, database, parts, access);
  noticeGauges(metrics, pool);
  server.addHook('onClose', async () => delivering.stop());
  void server.register(swagger, openApi);
  void server.register(async (routes) => {
    accessRoutes(routes, access);
    accessActRoutes(routes, access);
    inboxRoutes(routes, access);
    standingRoutes(routes, access);
    agreementRoutes(routes, access);
    provisioningRoutes(routes, { ...ports, reports });
    targetWorkRoutes(routes, { ...access, targets });
    importRoutes(routes, access);
    houseRoutes(routes, { ...house, metrics, version });
    docsRoutes(routes);
    webRoutes(routes, { files: parts.web ?? null, facts: { version, demo } });
    logSurfaces(routes, parts, access);
    contractTermsRoutes(routes, contractTermsReads(pool));
    insightRoutes(routes, { ...access, insights: insightReads(pool) });
    aboutRoutes(routes, { about: aboutReads(database.db), clock });
    teamsForPeopleRoutes(routes, teamsForPeople(database.db));
    directoryRoutes(routes, directoryReads(database.db));
    catalogForPeopleRoutes(routes, { ...access, catalog: catalogForPeople(database.db) });
    const read = catalogReads(database);
    catalogRoutes(routes, { ports: catalog, reads: read, publicUrl });
    policyPreviewRoutes(routes, {
      ports: {
        ...ports,
        reads: read,
        references: policyReferences(database.db),
        agreements: access.agreements,
        documents,
      },
      people: (ids) => access.reads.people(ids),
    });
    roverRoutes(routes, { ...access, rover });
    checkRoutes(routes, check);
    gatewayRoutes(routes, {
      checks,
      tokens: issuer && clientTokens(issuer, clock, fault),
      clientHeader,
    });
    meshAgreementRoutes(routes, { ...access, mesh: read.mesh });
    signInRoutes(routes, { ports: identity, cookie });
    providerSignInRoutes(routes, {
      ports: identity,
      cookie,
      secretCookie: secretCookie(publicUrl),
      publicUrl,
    });
    identityProviderRoutes(routes, identity, callbackAt(publicUrl));
    meRoutes(routes, identity);
    apiKeyRoutes(routes, { identity, mint, publicUrl });
    roverTokenRoutes(routes, identity);
    roverApiRoutes(routes, {
      ...access,
      rover,
      kept: keptReads(pool),
      documents: documentStore(database),
    });
    notificationChannelRoutes(routes, { ports: channelPorts, publicUrl });
    noticeRoutes(routes, {
      notices: delivering.notices,
      settings: telling.settings,
      desk: deliveryDesk(pool),
      hasMail: telling.hasMail,
      clock,
      timeZone: () => access.resolver.timeZone(),
      accessPage: access.accessPage,
    });
    memberRoutes(routes, {
      identity,
      linkPage: (token) => `${publicUrl}/sign-in/link#${token}`,
      memberPage: (email) => `${publicUrl}/settings/members?q=${encodeURIComponent(email)}`,
    });
  });
  return { server, ports, identity, catalog, rover, provisioning, telling, delivering, database, checks };
}

function checksOf({ pool, clock, watch, followsForChecks }: Parts, failed: (error: unknown) => void) {
  return openChecks({
    pool,
    clock,
    memory: new Memory(),
    isClockRight: followsForChecks?.isClockRight ?? (() => true),
    watch: followsForChecks && watch,
    patienceMs: 10 * second,
    failed,
  });
}

/** Everything by which people are told of what has happened. */
function noticesOut(
  ports: Ports,
  database: Database,
  { pool, clock, logger, publicUrl, secretKey = null, mailServer = null, outboundNetworks = [] }: Parts,
  { reads, resolver: names, accessPage }: Told,
) {
  const alarm = (sentence: string, facts: Record<string, unknown>) => logger.error(facts, sentence);
  const timeZone = () => names.timeZone();
  const mailer = mailServer && openMailer(mailServer);
  const outbound = openOutbound(outboundNetworks);
  const secrets = openSecrets(secretKey);
  const telling: TellingPorts = {
    ...ports,
    notices: noticeStore(pool),
    settings: noticeSettings(pool),
    channels: teamChannels(database),
    hasMail: mailer !== null,
    dayAt: async (instant) => dayOf(instant, await timeZone()),
    alarm,
  };
  const delivering = {
    deliveries: deliveryStore(pool),
    notices: noticeReads(pool, (ids) => reads.people(ids)),
    mail: mailer && byMail({ mailer, accessPage, settingsUrl: `${publicUrl}/settings/notices`, timeZone }),
    chat: byChat({ outbound, accessPage, timeZone }),
    channels: channelStates(database, secrets),
    clock,
    alarm,
    stop: () => mailer?.close(),
  };
  const channelPorts: ChannelPorts = {
    channels: channelStore(database, secrets),
    clock,
    endpointFault: (address) => outbound.fault(address),
  };
  return { telling, delivering, channelPorts };
}

interface Told {
  readonly reads: AccessReads;
  readonly resolver: Resolver;
  readonly accessPage: (id: string) => string;
}

/** What makes access real at targets, and what people do about targets. */
function atTargets(
  database: Database,
  parts: Parts,
  metrics: Registry,
  connectors: ReadonlyMap<string, Connector>,
) {
  const { pool, clock, sealSoon, logger } = parts;
  const secrets = openSecrets(parts.secretKey ?? null);
  const openTarget: OpenSecrets = (row, sealed) =>
    JSON.parse(secrets.decrypt(sealed, { table: 'target', row, column: 'secret' })) as Record<string, string>;
  const workers = new Set<() => void>();
  const provisioning: ProvisioningPorts = {
    provisioning: provisioningStore(pool, openTarget),
    connectors,
    clock,
    random: Math.random,
    sealSoon,
    fault: (error, what) => logger.error({ err: error }, what),
    ran: provisioningGauges(metrics, pool, clock),
    workers,
  };
  const nudge = () => workers.forEach((wake) => wake());
  const targets = { targets: targetWork(database, openTarget), connectors, clock, nudge };
  return { provisioning, targets, reports: reportStore(database) };
}

/** Everything that reads the log for somebody outside. */
function logSurfaces(
  routes: Server,
  parts: Parts,
  { reads, resolver: names }: { reads: AccessReads; resolver: Resolver },
): void {
  const { pool, clock, publicUrl, watch = nothingNew, signer = null } = parts;
  const log = logReader(pool);
  const style = { publicUrl, typePrefix: parts.eventPrefix ?? 'com.datamesh-manager.events.' };
  eventRoutes(routes, { feed: openFeed(log, watch, style) });
  changeRoutes(routes, { board: changeBoard(log, watch, sidesOfResources(pool)), reads });
  logRoutes(routes, {
    log,
    watch,
    visibility: logVisibility(pool),
    people: (ids) => reads.people(ids),
    personAt: async (email) => (await names.knownPeople([email]))[0] ?? null,
    timeZone: () => names.timeZone(),
    accessExists: async (id) => (await reads.details([id as AccessId])).size > 0,
  });
  evidenceRoutes(routes, { evidence: evidence(pool), log, clock, seal: () => sealAll(pool), signer });
}

const nothingNew: LogWatch = { head: 0, beyond: async () => false };

function catalogPorts(
  database: Database,
  { clock, secretKey }: Parts,
  connectors: ReadonlyMap<string, Connector>,
): CatalogPorts {
  return {
    catalog: catalogStore(database),
    documents,
    connectors,
    secrets: openSecrets(secretKey ?? null),
    clock,
  };
}

/** Where the identity provider sends browsers back to. */
function callbackAt(publicUrl: string): string {
  return `${publicUrl}${providerPath}/callback`;
}

const allKinds = (takeTurns: TakeTurns): readonly Connector[] => [
  postgresql(),
  kafka(takeTurns),
  rabbitmq(takeTurns),
];

function identityPorts(database: Database, parts: Parts): ProviderPorts {
  const { clock, publicUrl, identityProvider: settings = null } = parts;
  const secrets = openSecrets(parts.secretKey ?? null);
  const afterSignOut = `${publicUrl}/sign-in`;
  return {
    provider: settings && oidcProvider(settings, clock, callbackAt(publicUrl), afterSignOut),
    accounts: providerAccounts(database, tokens, secrets, settings?.issuer ?? null),
    people: people(database),
    sessions: sessions(database, tokens, secrets),
    links: links(database, tokens, settings?.issuer ?? null),
    attempts: attempts(database),
    keys: keys(database, tokens),
    roverTokens: roverTokens(parts.pool, tokens),
    tokens,
    passwords: openPasswords(),
    clock,
  };
}
