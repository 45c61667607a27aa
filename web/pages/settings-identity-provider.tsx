// How people come in by the identity provider: how it is set up, or how to, and what its groups mean here. The rules are
// for administrators to write; auditors read them.
import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asFault } from '../api/fault.ts';
import { providerQuery, type GroupRule, type Provider } from '../api/identity-provider.ts';
import { FaultNote } from '../components/fault-note.tsx';
import { Link } from '../components/links.tsx';
import { ProviderRules } from '../components/provider-rules.tsx';
import { SettingsFrame, WhyNot } from '../components/settings-frame.tsx';
import { paths } from '../paths.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import { WaitingRows } from '../ui/waiting.tsx';
import { identityProviderWords } from '../words/settings-identity-provider.ts';
import { lengthWords } from '../words/telling.ts';
import { useWords, useWordsOf } from '../words/words.tsx';

export function IdentityProviderPage() {
  const texts = useWordsOf(identityProviderWords);
  const { data, error, refetch } = useQuery(providerQuery);
  return (
    <SettingsFrame title={texts.title} lead={texts.lead}>
      {error && (
        <FaultNote error={error} retry={asFault(error).status === 403 ? undefined : () => void refetch()} />
      )}
      {!data && !error && <WaitingRows rows={2} height={180} />}
      {data && (
        <>
          {data.configured ? <SetUp provider={data} configured={data.configured} /> : <NotSetUp />}
          <WhyNot may={data.actions.change} />
          {data.actions.change.allowed ? <ProviderRules provider={data} /> : <Rules provider={data} />}
        </>
      )}
    </SettingsFrame>
  );
}

function SetUp(props: { provider: Provider; configured: NonNullable<Provider['configured']> }) {
  const texts = useWordsOf(identityProviderWords);
  const { provider, configured } = props;
  return (
    <Panel title={texts.setUp}>
      <Stack gap="sm">
        <Facts
          facts={[
            [texts.name, configured.name],
            [texts.issuer, configured.issuer],
            [texts.clientId, configured.clientId],
            [texts.scopes, configured.scopes],
            [texts.groupsClaim, configured.groupsClaim],
            [texts.callback, configured.callback],
            [texts.people, String(provider.people)],
            [texts.unconfirmed, String(provider.unconfirmed)],
          ]}
        />
        <Text size="sm" c="dimmed">
          {texts.setUpHint}
        </Text>
      </Stack>
    </Panel>
  );
}

/** What to set and where, so that nobody has to look it up. */
function NotSetUp() {
  const texts = useWordsOf(identityProviderWords);
  return (
    <Panel title={texts.none}>
      <Stack gap="sm">
        <Text>{texts.noneHint}</Text>
        <Code block tabIndex={0} role="group" aria-label={texts.none}>
          {[
            'COUNTERSIGN_OIDC_ISSUER=https://login.example.com/realms/example',
            'COUNTERSIGN_OIDC_CLIENT_ID=countersign',
            'COUNTERSIGN_OIDC_CLIENT_SECRET=…',
            'COUNTERSIGN_SECRET_KEY=…',
            `COUNTERSIGN_PUBLIC_URL=${location.origin}`,
          ].join('\n')}
        </Code>
        <Text>{texts.noneAddresses}</Text>
        <Facts
          facts={[
            [texts.redirect, `${location.origin}/api/sign-in/provider/callback`],
            [texts.signedOut, `${location.origin}${paths.signIn()}`],
          ]}
        />
        <Text size="sm" c="dimmed">
          {texts.noneRules}
        </Text>
      </Stack>
    </Panel>
  );
}

/** For whoever reads and does not write. */
function Rules({ provider: { groups, admit, goneAfter } }: { provider: Provider }) {
  const words = useWords();
  const texts = useWordsOf(identityProviderWords);
  return (
    <Panel title={texts.rules}>
      <Stack gap="sm">
        {groups.length === 0 ? (
          <Text c="dimmed">{texts.noRules}</Text>
        ) : (
          <Facts
            facts={[...Map.groupBy(groups, ({ group }) => group)].map(
              ([group, rules]) =>
                [
                  group,
                  <Stack key={group} gap={2}>
                    {rules.map((rule, nth) => (
                      <span key={nth}>
                        <Given rule={rule} />
                      </span>
                    ))}
                  </Stack>,
                ] as const,
            )}
          />
        )}
        <Facts
          facts={[
            [texts.admission, admit === null ? texts.everybody : admit.join(', ')],
            [texts.goneAfter, goneAfter === 'none' ? texts.atOnce : lengthWords(goneAfter, words)],
          ]}
        />
      </Stack>
    </Panel>
  );
}

function Given({ rule: { team, role = 'Member', installation } }: { rule: GroupRule }) {
  const texts = useWordsOf(identityProviderWords);
  if (installation !== undefined) return texts[installation];
  return (
    <>
      {texts.roles[role] ?? role}: <Link to={paths.team(team ?? '')}>{team}</Link>
    </>
  );
}
