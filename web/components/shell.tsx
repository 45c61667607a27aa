// The frame of every page behind the door: where one can go, who one is, whether the page is live, and that the demo is
// one. A new page gets its place in the navigation here, beside its line in routes.tsx and paths.ts.
import { AppShell, Badge, Box, Burger, Divider, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { LiveProvider, useIsLive } from '../api/live.tsx';
import { inboxQuery } from '../api/inbox.ts';
import { meQuery } from '../api/me.ts';
import { settingsQuery } from '../api/settings.ts';
import { paths } from '../paths.ts';
import { serverFacts } from '../server-facts.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { PlaceProvider, usePlace } from '../ui/place.tsx';
import { WaitingPage } from '../ui/waiting.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import { NavigationLink } from './links.tsx';

interface Place {
  readonly name: keyof Words['nav'];
  readonly to: string;
  readonly icon: IconName;
}

const places: readonly Place[] = [
  { name: 'inbox', to: paths.inbox(), icon: 'inbox' },
  { name: 'myAccess', to: paths.myAccess(), icon: 'key' },
  { name: 'catalog', to: paths.catalog(), icon: 'book' },
  { name: 'mesh', to: paths.mesh(), icon: 'mesh' },
  { name: 'teams', to: paths.teams(), icon: 'people' },
];

/** For those who look after it all. */
const placesBelow: readonly Place[] = [
  { name: 'insights', to: paths.insights(), icon: 'chart' },
  { name: 'targets', to: paths.targets(), icon: 'target' },
  { name: 'log', to: paths.log(), icon: 'list' },
  { name: 'settings', to: paths.settings(), icon: 'gear' },
];

export function Shell() {
  const words = useWords();
  const { locale } = usePlace();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const [isOpen, menu] = useDisclosure(false);
  const bannerHeight = serverFacts.demo ? 28 : 0;
  return (
    <PlaceProvider locale={locale} timeZone={settings.timeZone}>
      <LiveProvider>
        <AppShell
          header={{ height: 52 + bannerHeight }}
          navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
          padding={{ base: 'sm', sm: 'lg' }}
        >
          <a className="skip" href="#content">
            {words.skip}
          </a>
          <AppShell.Header>
            {serverFacts.demo && (
              <p className="demo" role="status">
                {words.demo}
              </p>
            )}
            <Group h={52} px="md" justify="space-between" wrap="nowrap">
              <Group gap="xs" wrap="nowrap">
                <Burger
                  opened={isOpen}
                  onClick={menu.toggle}
                  hiddenFrom="sm"
                  size="sm"
                  aria-label={words.menu}
                />
                <Mark />
              </Group>
              <Group gap="sm" wrap="nowrap">
                <LiveMark />
                <Bell />
                <AccountMenu me={me} />
              </Group>
            </Group>
          </AppShell.Header>
          <AppShell.Navbar p="sm" aria-label={words.nav.label}>
            <Navigation onGo={menu.close} />
          </AppShell.Navbar>
          <AppShell.Main id="content">
            <Suspense fallback={<WaitingPage />}>
              <Outlet />
            </Suspense>
          </AppShell.Main>
        </AppShell>
      </LiveProvider>
    </PlaceProvider>
  );
}

function Mark() {
  const router = useRouter();
  return (
    <UnstyledButton onClick={() => void router.navigate({ to: paths.inbox() })}>
      <Text fw={700} size="lg" component="span">
        Countersign
      </Text>
    </UnstyledButton>
  );
}

function Navigation({ onGo }: { onGo: () => void }) {
  const words = useWords();
  const { data: me } = useSuspenseQuery(meQuery);
  const inbox = useInfiniteQuery(inboxQuery);
  const waiting = inbox.data?.pages.flatMap((page) => page.items).length ?? 0;
  const badges = { inbox: waiting > 0 ? <Count count={waiting} areMore={inbox.hasNextPage} /> : undefined };
  return (
    <>
      {places.map((place) => (
        <Way key={place.name} place={place} badge={badges[place.name as 'inbox']} onGo={onGo} />
      ))}
      <Divider my="sm" />
      {placesBelow
        .filter(({ name }) => name !== 'targets' || me.actions.readTargets.allowed)
        .map((place) => (
          <Way key={place.name} place={place} onGo={onGo} />
        ))}
      <Box mt="auto">
        <a className="quiet-link" href={paths.docs()}>
          <Icon name="code" />
          {words.nav.docs}
        </a>
      </Box>
    </>
  );
}

function Way({ place, badge, onGo }: { place: Place; badge?: ReactNode; onGo: () => void }) {
  const words = useWords();
  const { pathname } = useLocation();
  const { name, to, icon } = place;
  const isHere = pathname === to || (to !== paths.inbox() && pathname.startsWith(`${to}/`));
  return (
    <NavigationLink
      to={to}
      label={words.nav[name]}
      active={isHere}
      aria-current={pathname === to ? 'page' : undefined}
      leftSection={<Icon name={icon} />}
      rightSection={badge}
      onClick={onGo}
    />
  );
}

/** As far as was read: how many there are in all is not counted, because that would grow with them. */
function Count({ count, areMore }: { count: number; areMore: boolean }) {
  return (
    <Badge size="sm" circle={count < 10 && !areMore}>
      {areMore || count > 99 ? `${Math.min(count, 99)}+` : count}
    </Badge>
  );
}

function LiveMark() {
  const isLive = useIsLive();
  const words = useWords();
  const said = isLive ? words.live.on : words.live.off;
  return <span className="live" data-on={isLive} role="img" aria-label={said} title={said} />;
}
