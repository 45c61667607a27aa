// Every address of the app and the page that it shows: one line, one file under pages/. Pages are loaded when somebody
// goes there. What an address says after its `?` is checked here, so that a page can trust it.
import { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { isSignedOut } from './api/fault.ts';
import { meQuery } from './api/queries.ts';
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
  beforeLoad: async ({ context, location }) => {
    await context.client.ensureQueryData(meQuery).catch((error: unknown) => {
      if (isSignedOut(error)) throw redirect({ to: paths.signIn(), search: { returnTo: location.href } });
      throw error;
    });
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
  validateSearch: (search: Record<string, unknown>) => textIn(search, 'act'),
  component: lazyRouteComponent(() => import('./pages/access.tsx'), 'AccessPage'),
});
const myAccess = createRoute({
  ...page,
  path: '/my-access',
  validateSearch: (search: Record<string, unknown>) => textIn(search, 'show'),
  component: lazyRouteComponent(() => import('./pages/my-access.tsx'), 'MyAccessPage'),
});
const catalog = createRoute({
  ...page,
  path: '/catalog',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textIn(search, 'q'),
    ...textIn(search, 'kind'),
    ...textIn(search, 'owner'),
    ...textIn(search, 'tag'),
  }),
  component: lazyRouteComponent(() => import('./pages/catalog.tsx'), 'CatalogPage'),
});
const resource = createRoute({
  ...page,
  path: '/resources/$id',
  component: lazyRouteComponent(() => import('./pages/resource.tsx'), 'ResourcePage'),
});
const requestAccess = createRoute({
  ...page,
  path: '/resources/$id/request',
  validateSearch: (search: Record<string, unknown>) => textIn(search, 'for'),
  component: lazyRouteComponent(() => import('./pages/request-access.tsx'), 'RequestAccessPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textIn(search, 'returnTo'),
    ...textIn(search, 'problem'),
  }),
  component: lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignInPage'),
});
const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: lazyRouteComponent(() => import('./pages/sign-in-link.tsx'), 'SignInLinkPage'),
});

const tree = root.addChildren([
  inside.addChildren([inbox, access, myAccess, catalog, resource, requestAccess]),
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

/** A text of the address, or nothing at all. */
function textIn<Name extends string>(
  search: Record<string, unknown>,
  name: Name,
): { [name in Name]?: string } {
  const value = search[name];
  if (typeof value === 'number' || typeof value === 'boolean')
    return { [name]: String(value) } as { [name in Name]?: string };
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [name in Name]?: string };
}
