// Where a browser goes on after signing in: a path of this server and nothing else, because a link that leads elsewhere
// after our own sign-in page would lend our good name to somebody else's page.

/** The path, or `/` where it is none of ours. */
export function ownPath(text: string | undefined, publicUrl: string): string {
  if (text === undefined || text.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return '/';
  if (!URL.canParse(text, publicUrl)) return '/';
  const url = new URL(text, publicUrl);
  const isOurs = url.origin === new URL(publicUrl).origin && !url.pathname.startsWith('//');
  // The API answers programs; a browser that is sent there by a link would start who knows what.
  return isOurs && !url.pathname.startsWith('/api/') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
