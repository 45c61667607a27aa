// What a browser calls itself, in the two words by which its owner knows it again. It is a guess for people and decides
// nothing; null where the text says nothing known.

const browsers = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrom(e|ium)\/|CriOS\/|HeadlessChrome\//],
  ['Safari', /Safari\//],
] as const;

const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux|X11/],
] as const;

export function browserName(
  agent: string | null,
): { readonly browser: string; readonly system: string } | null {
  const browser = browsers.find(([, sign]) => sign.test(agent ?? ''))?.[0];
  const system = systems.find(([, sign]) => sign.test(agent ?? ''))?.[0];
  return browser && system ? { browser, system } : null;
}
