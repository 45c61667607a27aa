// Every address of the app and the page that it shows: one line, one file under pages/. Pages are loaded when somebody
// goes there, together with what they cannot begin without: React shows what was waited for in its own time, a third of a
// second after it is there. What an address says after its `?` is checked here, so that a page can trust it.
import { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { accessQuery } from './api/access.ts';
import { applicationQuery } from './api/applications.ts';
import { contractQuery } from './api/contracts.ts';
import { isSignedOut } from './api/fault.ts';
import { consumersQuery, meQuery } from './api/me.ts';
import { productQuery } from './api/products.ts';
import { policyQuery, resourceQuery } from './api/resources.ts';
import { settingsQuery } from './api/settings.ts';
import { teamQuery } from './api/teams.ts';
import { FaultPage, NothingHere } from './components/fault-page.tsx';
import { Shell } from './components/shell.tsx';
import { paths } from './paths.ts';
import { WaitingPage } from './ui/waiting.tsx';

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  errorComponent: FaultPage,
  notFoundComponent: () => (
    <main>
      <NothingHere />
    </main>
  ),
});

/** Everything behind the door. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ context: { client }, location }) => {
    await Promise.all([client.ensureQueryData(meQuery), client.ensureQueryData(settingsQuery)]).catch(
      (error: unknown) => {
        if (isSignedOut(error)) throw redirect({ to: paths.signIn(), search: { returnTo: location.href } });
        throw error;
      },
    );
  },
});

const page = { getParentRoute: () => inside } as const;

const inbox = createRoute({
  ...page,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/inbox.tsx'), 'InboxPage'),
});
const access = createRoute({
  ...page,
  path: '/access/$id',
  validateSearch: only('act'),
  loader: ({ context: { client }, params: { id } }) => client.ensureQueryData(accessQuery(id)),
  component: lazyRouteComponent(() => import('./pages/access.tsx'), 'AccessPage'),
});
const myAccess = createRoute({
  ...page,
  path: '/my-access',
  validateSearch: only('show'),
  component: lazyRouteComponent(() => import('./pages/my-access.tsx'), 'MyAccessPage'),
});
const catalog = createRoute({
  ...page,
  path: '/catalog',
  validateSearch: only('q', 'kind', 'owner', 'tag', 'access'),
  component: lazyRouteComponent(() => import('./pages/catalog.tsx'), 'CatalogPage'),
});
const resource = createRoute({
  ...page,
  path: '/resources/$id',
  loader: ({ context: { client }, params: { id } }) => client.ensureQueryData(resourceQuery(id)),
  component: lazyRouteComponent(() => import('./pages/resource.tsx'), 'ResourcePage'),
});
const requestAccess = createRoute({
  ...page,
  path: '/resources/$id/request',
  validateSearch: only('for'),
  loader: ({ context: { client }, params: { id } }) =>
    Promise.all([
      client.ensureQueryData(resourceQuery(id)),
      client.ensureQueryData(policyQuery(id)),
      client.ensureQueryData(consumersQuery),
    ]),
  component: lazyRouteComponent(() => import('./pages/request-access.tsx'), 'RequestAccessPage'),
});
const policy = createRoute({
  ...page,
  path: '/resources/$id/policy',
  loader: ({ context: { client }, params: { id } }) =>
    Promise.all([client.ensureQueryData(resourceQuery(id)), client.ensureQueryData(policyQuery(id))]),
  component: lazyRouteComponent(() => import('./pages/policy.tsx'), 'PolicyPage'),
});
const product = createRoute({
  ...page,
  path: '/dataproducts/$id',
  loader: ({ context: { client }, params: { id } }) => client.ensureQueryData(productQuery(id)),
  component: lazyRouteComponent(() => import('./pages/product.tsx'), 'ProductPage'),
});
const contract = createRoute({
  ...page,
  path: '/datacontracts/$id',
  loader: ({ context: { client }, params: { id } }) => client.ensureQueryData(contractQuery(id)),
  component: lazyRouteComponent(() => import('./pages/contract.tsx'), 'ContractPage'),
});
const application = createRoute({
  ...page,
  path: '/applications/$id',
  loader: ({ context: { client }, params: { id } }) => client.ensureQueryData(applicationQuery(id)),
  component: lazyRouteComponent(() => import('./pages/application.tsx'), 'ApplicationPage'),
});
const mesh = createRoute({
  ...page,
  path: '/mesh',
  validateSearch: only('at', 'state', 'look', 'open', 'way', 'steps', 'more', 'edge'),
  component: lazyRouteComponent(() => import('./pages/mesh.tsx'), 'MeshPage'),
});
const teams = createRoute({
  ...page,
  path: '/teams',
  validateSearch: only('q'),
  component: lazyRouteComponent(() => import('./pages/teams.tsx'), 'TeamsPage'),
});
const team = createRoute({
  ...page,
  path: '/teams/$id',
  validateSearch: only('show'),
  loader: ({ context: { client }, params: { id } }) => client.ensureQueryData(teamQuery(id)),
  component: lazyRouteComponent(() => import('./pages/team.tsx'), 'TeamPage'),
});
const targets = createRoute({
  ...page,
  path: '/targets',
  component: lazyRouteComponent(() => import('./pages/targets.tsx'), 'TargetsPage'),
});
const target = createRoute({
  ...page,
  path: '/targets/$id',
  component: lazyRouteComponent(() => import('./pages/target.tsx'), 'TargetPage'),
});
const insights = createRoute({
  ...page,
  path: '/insights',
  validateSearch: only('team', 'weeks'),
  component: lazyRouteComponent(() => import('./pages/insights.tsx'), 'InsightsPage'),
});
const log = createRoute({
  ...page,
  path: '/log',
  validateSearch: only('type', 'actor', 'subject', 'from', 'until', 'follow'),
  component: lazyRouteComponent(() => import('./pages/log.tsx'), 'LogPage'),
});
const keys = createRoute({
  ...page,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('./pages/settings-keys.tsx'), 'KeysPage'),
});
const sessions = createRoute({
  ...page,
  path: '/settings/sessions',
  validateSearch: only('problem'),
  component: lazyRouteComponent(() => import('./pages/settings-sessions.tsx'), 'SessionsPage'),
});
const noticeSetting = createRoute({
  ...page,
  path: '/settings/notices',
  component: lazyRouteComponent(() => import('./pages/settings-notices.tsx'), 'NoticeSettingPage'),
});
const members = createRoute({
  ...page,
  path: '/settings/members',
  validateSearch: only('q'),
  component: lazyRouteComponent(() => import('./pages/settings-members.tsx'), 'MembersPage'),
});
const identityProvider = createRoute({
  ...page,
  path: '/settings/identity-provider',
  component: lazyRouteComponent(
    () => import('./pages/settings-identity-provider.tsx'),
    'IdentityProviderPage',
  ),
});
const organization = createRoute({
  ...page,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings.tsx'), 'SettingsPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: only('returnTo', 'problem'),
  component: lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignInPage'),
});
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: lazyRouteComponent(() => import('./pages/sign-in-link.tsx'), 'SignInLinkPage'),
});

const tree = root.addChildren([
  inside.addChildren([
    inbox,
    access,
    myAccess,
    catalog,
    resource,
    requestAccess,
    policy,
    product,
    contract,
    application,
    mesh,
    teams,
    team,
    targets,
    target,
    insights,
    log,
    keys,
    sessions,
    noticeSetting,
    members,
    identityProvider,
    organization,
  ]),
  signIn,
  signInLink,
]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: FaultPage,
    defaultPendingComponent: WaitingPage,
    scrollRestoration: true,
  });
}

/** The texts of the address by these names; what is not there is left out. */
function only<Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>): { [name in Name]?: string } =>
    Object.fromEntries(
      names
        .map((name) => [name, search[name]] as const)
        .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '')
        .map(([name, value]) => [name, String(value)]),
    ) as { [name in Name]?: string };
}
