// Links that somebody wrote: only web addresses are links, and they lead there without saying from where.
import { Anchor } from '@mantine/core';

export function SaidLinks({ links }: { links: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(links).map(([name, address]) => (
        <div key={name} className="anywhere">
          {/^https?:\/\//i.test(address) ? (
            <Anchor href={address} target="_blank" rel="noreferrer noopener" inherit>
              <bdi>{name}</bdi>
            </Anchor>
          ) : (
            <>
              <bdi>{name}</bdi>: <bdi>{address}</bdi>
            </>
          )}
        </div>
      ))}
    </>
  );
}
