// Where somebody goes on after signing in: an address of this app and nothing else, because a link that leads elsewhere
// from our own sign-in page would lend our good name to somebody else's page. The server judges by the same rule where
// the way leads through the identity provider, and a test holds the two against each other.
import { paths } from './paths.ts';

/** The path, or the inbox where it is none of ours. Browsers take a backslash for a slash and pass over tabs. */
export function ownPath(text: string | undefined, origin: string): string {
  if (text === undefined || text.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text))
    return paths.inbox();
  if (!URL.canParse(text, origin)) return paths.inbox();
  const url = new URL(text, origin);
  const isOurs = url.origin === origin && !/^\/(\/|api\/)/.test(url.pathname);
  return isOurs ? `${url.pathname}${url.search}${url.hash}` : paths.inbox();
}
