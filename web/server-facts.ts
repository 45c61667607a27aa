// What the server wrote into the page for the app to know before it asks for anything (src/adapters/http/routes/web.ts).
export interface ServerFacts {
  readonly version: string;
  readonly demo: boolean;
}

export const serverFacts: ServerFacts = JSON.parse(
  document.getElementById('server-facts')?.textContent ?? '{"version":"","demo":false}',
);

/** For styles that are made while the app runs; nothing without it is applied. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
