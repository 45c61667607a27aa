// A one-time link for somebody to set a password with. It is in one answer only and stays on the page until it is left,
// so it can be copied and is kept nowhere.
import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { useInvite, type Member } from '../api/members.ts';
import { ButtonWithReason } from '../ui/button-with-reason.tsx';
import { Moment } from '../ui/time.tsx';
import { membersWords } from '../words/members.ts';
import { useWordsOf } from '../words/words.tsx';
import { FaultNote } from './fault-note.tsx';

export function Invitation({ member }: { member: Pick<Member, 'emailAddress' | 'actions'> }) {
  const texts = useWordsOf(membersWords);
  const invite = useInvite();
  const may = member.actions.invite;
  if (invite.data) return <TheLink url={invite.data.url} expiresAt={invite.data.expiresAt} />;
  return (
    <>
      <Group gap="xs">
        <ButtonWithReason
          size="sm"
          variant="default"
          loading={invite.isPending}
          reason={may.allowed ? null : may.reason}
          onClick={() => invite.mutate(member.emailAddress)}
        >
          {texts.invite}
        </ButtonWithReason>
      </Group>
      <Text size="sm" c="dimmed">
        {texts.inviteHint}
      </Text>
      {invite.error && <FaultNote error={invite.error} />}
    </>
  );
}

function TheLink({ url, expiresAt }: { url: string; expiresAt: string }) {
  const texts = useWordsOf(membersWords);
  return (
    <div className="act">
      <Group gap="xs" align="flex-end">
        <TextInput
          autoFocus
          readOnly
          className="grows"
          label={texts.link}
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? texts.copied : texts.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm">
        {texts.linkOnce} {texts.linkUntil} <Moment at={expiresAt} />.
      </Text>
    </div>
  );
}
