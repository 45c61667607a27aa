// Every link of the app is made here, from the same words as the API's addresses; routes.tsx gives each its page.
export const paths = {
  inbox: () => '/',
  access: (id: string) => `/access/${encodeURIComponent(id)}`,
  myAccess: () => '/my-access',
  catalog: () => '/catalog',
  resource: (id: string) => `/resources/${encodeURIComponent(id)}`,
  requestAccess: (id: string) => `/resources/${encodeURIComponent(id)}/request`,
  signIn: () => '/sign-in',
  docs: () => '/docs',
} as const;
