// Generated from docs/reference/openapi.json by `npm run gen`.
export interface paths {
  '/api/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List accesses, oldest first */
    get: {
      parameters: {
        query?: {
          /** @description Where the page before ended, as its Link header says. */
          after?: number;
          consumerDataProductId?: string;
          /** @description Only accesses of this team and its products. */
          consumerTeamId?: string;
          consumerType?: 'team' | 'user' | 'dataproduct';
          /** @description Page number, from 0. */
          p?: number;
          pageSize?: number;
          providerDataProductId?: string;
          /** @description Only accesses to this resource. */
          resource?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'][];
          };
        };
      };
    };
    put?: never;
    /** Ask for access to a resource of any kind */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['AccessRequestInput'];
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read one access
     * @description A deleted access still answers, with `approval.deletedAt`.
     */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'];
          };
        };
      };
    };
    /**
     * Ask for access, or write an access as a whole
     * @description Creating: asks for access, which the policy may grant at once. `info.status: approved` counts only here, and only from the owner side: a direct grant. Existing: writes tags, links, custom fields and agreements; an earlier end or fewer roles act at once; anything wider becomes a request. Status, activity, provisioning and the contract are managed by the server and ignored. The same content twice changes nothing.
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['AccessWriteInput'];
        };
      };
      responses: {
        /** @description Done. The body is empty. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    post?: never;
    /**
     * End an access and delete it
     * @description It is ended first, so that connectors hear of it, and keeps answering GET.
     */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. The body is empty. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Allow what is asked
     * @description The body is optional metadata about the decision. Repeating one’s own verdict changes nothing; coming after another one is 409 with the real state.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['DecisionMetadataInput'];
        };
      };
      responses: {
        /** @description Done. The body is empty. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End an access, now or at the end of a day
     * @description Before anything is granted the consumer’s side withdraws its request with it.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['CancellationInput'];
        };
      };
      responses: {
        /** @description Done. The body is empty. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deny what is asked
     * @description The body is optional metadata about the decision. Repeating one’s own verdict changes nothing; coming after another one is 409 with the real state.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['DecisionMetadataInput'];
        };
      };
      responses: {
        /** @description Done. The body is empty. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/renew': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for more time, or again after the end */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['AccessRenewalInput'];
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a suspended access run again */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['CommentInput'];
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/retract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back one’s own first allow */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['CommentInput'];
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop an access for now */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['CommentInput'];
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back what is asked */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['CommentInput'];
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Access'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the keys that you may know about
     * @description Your own, those of teams that you own; all of them for administrators and auditors.
     */
    get: {
      parameters: {
        query?: {
          /** @description Where the page before ended, as its Link header says. */
          after?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ApiKey'][];
          };
        };
      };
    };
    put?: never;
    /**
     * Make an API key
     * @description Administrators and organization keys make keys of any team and of the organization, owners make keys of their teams, and everybody makes their own.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            displayName?: string | null;
            /** @description The last day on which it works, or an instant. */
            expiresAt?: string | null;
            /** @enum {string} */
            scope: 'organization' | 'organization_read' | 'team' | 'team_read' | 'user' | 'user_read';
            teamId?: string | null;
          } & {
            [key: string]: unknown;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ApiKeyCreated'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke an API key, at once */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. The body is empty. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for me, the longest first */
    get: {
      parameters: {
        query?: {
          /** @description The `next` of the page before. */
          after?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Inbox'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who am I */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Me'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change my password
     * @description Every other session ends.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            current: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Done. The body is empty. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organization/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List everybody, oldest first */
    get: {
      parameters: {
        query?: {
          /** @description Where the page before ended, as its Link header says. */
          after?: number;
          /** @description Page number, from 0. */
          p?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['OrganizationMember'][];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organization/members/{emailAddress}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one person */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          emailAddress: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['OrganizationMember'];
          };
        };
      };
    };
    /**
     * Add a person, or change what they are to the installation
     * @description Members that are absent stay as they are. `disabled: true` is how somebody leaves: sessions and keys end at once, and what waited for them goes to the others.
     */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          emailAddress: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json':
            | ({
                auditor?: boolean | null;
                custom?: {
                  [key: string]: string;
                } | null;
                disabled?: boolean | null;
                name?: string | null;
                role?: ('Member' | 'Owner') | null;
              } & {
                [key: string]: unknown;
              })
            | null;
        };
      };
      responses: {
        /** @description Done. The body is empty. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organization/members/{emailAddress}/erase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Erase what is personal about somebody, for good
     * @description Name, address, password, and everything they wrote: purposes, comments, the texts of the log. They leave by it. The log keeps their id, says that this was done, and still verifies.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          emailAddress: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. The body is empty. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organization/members/{emailAddress}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a one-time link with which the person sets a password
     * @description The link is shown once. It replaces an earlier one and works for three days.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          emailAddress: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Invitation'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List where I am signed in
     * @description Administrators may name somebody else.
     */
    get: {
      parameters: {
        query?: {
          emailAddress?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Session'][];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End a session */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. The body is empty. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with address and password */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            email: string;
            password: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SignedIn'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set a password with a one-time link, and sign in
     * @description The link that makes the first administrator also needs their address.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            email?: string | null;
            name?: string | null;
            password: string;
            token: string;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SignedIn'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End this session */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Done. The body is empty. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Access: {
      approval: components['schemas']['Approval'];
      consumer: {
        dataProductId?: string;
        teamId?: string;
        userId?: string;
      } & {
        [key: string]: unknown;
      };
      custom: {
        [key: string]: string;
      };
      dataUsageAgreementSpecification: string;
      id: string;
      info: {
        active: boolean;
        /** Format: date */
        endDate?: string;
        individualAgreements?: string;
        /** Format: date */
        nextReassessmentDate?: string;
        purpose: string;
        /** Format: date */
        startDate?: string;
        /** @enum {string} */
        status: 'requested' | 'approved' | 'rejected';
      } & {
        [key: string]: unknown;
      };
      links: {
        [key: string]: string;
      };
      provider: {
        dataContractId?: string;
        dataContractVersion?: string;
        dataProductId: string;
        outputPortId: string;
        teamId: string;
      } & {
        [key: string]: unknown;
      };
      provisioning?: {
        /** @enum {string} */
        status:
          | 'provisioning'
          | 'provisioned'
          | 'provisioning-failed'
          | 'deprovisioning'
          | 'deprovisioned'
          | 'deprovisioning-failed';
      } & {
        [key: string]: unknown;
      };
      roles: string[];
      tags: string[];
    } & {
      [key: string]: unknown;
    };
    AccessInput: {
      approval: components['schemas']['ApprovalInput'];
      consumer: {
        dataProductId?: string;
        teamId?: string;
        userId?: string;
      } & {
        [key: string]: unknown;
      };
      custom: {
        [key: string]: string;
      };
      dataUsageAgreementSpecification: string;
      id: string;
      info: {
        active: boolean;
        /** Format: date */
        endDate?: string;
        individualAgreements?: string;
        /** Format: date */
        nextReassessmentDate?: string;
        purpose: string;
        /** Format: date */
        startDate?: string;
        /** @enum {string} */
        status: 'requested' | 'approved' | 'rejected';
      } & {
        [key: string]: unknown;
      };
      links: {
        [key: string]: string;
      };
      provider: {
        dataContractId?: string;
        dataContractVersion?: string;
        dataProductId: string;
        outputPortId: string;
        teamId: string;
      } & {
        [key: string]: unknown;
      };
      provisioning?: {
        /** @enum {string} */
        status:
          | 'provisioning'
          | 'provisioned'
          | 'provisioning-failed'
          | 'deprovisioning'
          | 'deprovisioned'
          | 'deprovisioning-failed';
      } & {
        [key: string]: unknown;
      };
      roles: string[];
      tags: string[];
    } & {
      [key: string]: unknown;
    };
    AccessRenewal:
      | ({
          duration?: unknown;
          purpose?: string;
          roles?: string[];
          until?: unknown;
        } & {
          [key: string]: unknown;
        })
      | null;
    AccessRenewalInput:
      | ({
          duration?: string;
          purpose?: string;
          roles?: string[];
          /** Format: date-time */
          until?: string;
        } & {
          [key: string]: unknown;
        })
      | null;
    AccessRequest: {
      /** @description Absent: the person who asks. */
      consumer?: {
        applicationId?: string | null;
        dataProductId?: string | null;
        teamId?: string | null;
        userId?: string | null;
      } & {
        [key: string]: unknown;
      };
      custom?: {
        [key: string]: string;
      };
      duration?: unknown;
      from?: unknown;
      id?: string;
      links?: {
        [key: string]: string;
      };
      purpose: string;
      /** @description Id of the resource, such as orders/latest. */
      resource: string;
      roles?: string[];
      tags?: string[];
      until?: unknown;
    } & {
      [key: string]: unknown;
    };
    AccessRequestInput: {
      /** @description Absent: the person who asks. */
      consumer?: {
        applicationId?: string | null;
        dataProductId?: string | null;
        teamId?: string | null;
        userId?: string | null;
      } & {
        [key: string]: unknown;
      };
      custom?: {
        [key: string]: string;
      };
      duration?: string;
      /** Format: date-time */
      from?: string;
      id?: string;
      links?: {
        [key: string]: string;
      };
      purpose: string;
      /** @description Id of the resource, such as orders/latest. */
      resource: string;
      roles?: string[];
      tags?: string[];
      /** Format: date-time */
      until?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description An access as clients of the Entropy API write it. Fields that the server manages are ignored. */
    AccessWrite: {
      /** @description Who gets access: a data product, a team, or a person. Unused members are left out. */
      consumer: {
        applicationId?: string | null;
        dataProductId?: string | null;
        teamId?: string | null;
        userId?: string | null;
      } & {
        [key: string]: unknown;
      };
      custom?: {
        [key: string]: string;
      } | null;
      info: {
        endDate?: string | null;
        individualAgreements?: string | null;
        nextReassessmentDate?: string | null;
        purpose: string;
        startDate?: string | null;
        status?: string | null;
      } & {
        [key: string]: unknown;
      };
      links?: {
        [key: string]: string;
      } | null;
      provider: {
        dataProductId: string;
        outputPortId: string;
      } & {
        [key: string]: unknown;
      };
      roles?: string[] | null;
      tags?: string[] | null;
    } & {
      [key: string]: unknown;
    };
    /** @description An access as clients of the Entropy API write it. Fields that the server manages are ignored. */
    AccessWriteInput: {
      /** @description Who gets access: a data product, a team, or a person. Unused members are left out. */
      consumer: {
        applicationId?: string | null;
        dataProductId?: string | null;
        teamId?: string | null;
        userId?: string | null;
      } & {
        [key: string]: unknown;
      };
      custom?: {
        [key: string]: string;
      } | null;
      info: {
        endDate?: string | null;
        individualAgreements?: string | null;
        nextReassessmentDate?: string | null;
        purpose: string;
        startDate?: string | null;
        status?: string | null;
      } & {
        [key: string]: unknown;
      };
      links?: {
        [key: string]: string;
      } | null;
      provider: {
        dataProductId: string;
        outputPortId: string;
      } & {
        [key: string]: unknown;
      };
      roles?: string[] | null;
      tags?: string[] | null;
    } & {
      [key: string]: unknown;
    };
    Actor: {
      email?: string;
      id: string;
      /** @description Of a key: who made it. */
      maker?: components['schemas']['NamedPerson'];
      name?: string;
      /** @enum {string} */
      type: 'person' | 'team-key' | 'organization-key' | 'system';
    } & {
      [key: string]: unknown;
    };
    ActorInput: {
      email?: string;
      id: string;
      /** @description Of a key: who made it. */
      maker?: components['schemas']['NamedPersonInput'];
      name?: string;
      /** @enum {string} */
      type: 'person' | 'team-key' | 'organization-key' | 'system';
    } & {
      [key: string]: unknown;
    };
    ApiKey: {
      /** Format: date-time */
      createdAt: string;
      /** @description The person who made it, or made the key that made it. */
      createdBy: string | null;
      displayName: string;
      /** @description The last day on which it works, in UTC. */
      expiresAt: string | null;
      /** @description Within a minute. */
      lastUsedAt: string | null;
      organizationApiKeyId: string;
      /** @enum {string} */
      scope: 'organization' | 'organization_read' | 'team' | 'team_read' | 'user' | 'user_read';
      teamId: string | null;
      /** @description The instant from which it no longer works. */
      until: string | null;
      /** @description Whose key it is, where it is a person’s. */
      userId: string | null;
    };
    ApiKeyCreated: {
      /** Format: date-time */
      createdAt: string;
      /** @description The person who made it, or made the key that made it. */
      createdBy: string | null;
      displayName: string;
      /** @description The last day on which it works, in UTC. */
      expiresAt: string | null;
      /** @description The secret, shown here and never again. */
      key: string;
      /** @description Within a minute. */
      lastUsedAt: string | null;
      organizationApiKeyId: string;
      /** @enum {string} */
      scope: 'organization' | 'organization_read' | 'team' | 'team_read' | 'user' | 'user_read';
      teamId: string | null;
      /** @description The instant from which it no longer works. */
      until: string | null;
      /** @description Whose key it is, where it is a person’s. */
      userId: string | null;
    };
    ApiKeyCreatedInput: {
      /** Format: date-time */
      createdAt: string;
      /** @description The person who made it, or made the key that made it. */
      createdBy: string | null;
      displayName: string;
      /** @description The last day on which it works, in UTC. */
      expiresAt: string | null;
      /** @description The secret, shown here and never again. */
      key: string;
      /** @description Within a minute. */
      lastUsedAt: string | null;
      organizationApiKeyId: string;
      /** @enum {string} */
      scope: 'organization' | 'organization_read' | 'team' | 'team_read' | 'user' | 'user_read';
      teamId: string | null;
      /** @description The instant from which it no longer works. */
      until: string | null;
      /** @description Whose key it is, where it is a person’s. */
      userId: string | null;
    };
    ApiKeyInput: {
      /** Format: date-time */
      createdAt: string;
      /** @description The person who made it, or made the key that made it. */
      createdBy: string | null;
      displayName: string;
      /** @description The last day on which it works, in UTC. */
      expiresAt: string | null;
      /** @description Within a minute. */
      lastUsedAt: string | null;
      organizationApiKeyId: string;
      /** @enum {string} */
      scope: 'organization' | 'organization_read' | 'team' | 'team_read' | 'user' | 'user_read';
      teamId: string | null;
      /** @description The instant from which it no longer works. */
      until: string | null;
      /** @description Whose key it is, where it is a person’s. */
      userId: string | null;
    };
    Approval: {
      actions?: {
        [key: string]:
          | {
              /** @constant */
              allowed: true;
            }
          | {
              /** @constant */
              allowed: false;
              code: string;
              reason: string;
            };
      };
      awaiting?: components['schemas']['Awaiting'];
      /** Format: date-time */
      createdAt: string;
      decisions: components['schemas']['Decision'][];
      /** Format: date-time */
      deletedAt?: string;
      /** Format: date-time */
      from?: string;
      origin?: string;
      request?: components['schemas']['Request'];
      resource: {
        id: string;
        kind: string;
        name: string;
      } & {
        [key: string]: unknown;
      };
      /** @enum {string} */
      standing: 'None' | 'Granted' | 'Suspended' | 'Expired' | 'Revoked';
      /** @enum {string} */
      state:
        | 'Pending'
        | 'SemiGranted'
        | 'Granted'
        | 'Rejected'
        | 'Withdrawn'
        | 'Expired'
        | 'Suspended'
        | 'Revoked'
        | 'None';
      /** @enum {string} */
      strategy?: 'Auto' | 'Simple' | 'FourEyes' | 'External';
      /** @description How far Countersign’s own target is. */
      target?: {
        alarming: boolean;
        lastError?: string | null;
        lastRun?: string | null;
        lastSuccess?: string | null;
        target: string;
      } & {
        [key: string]: unknown;
      };
      /** Format: date-time */
      until?: string;
      version: number;
    } & {
      [key: string]: unknown;
    };
    ApprovalInput: {
      actions?: {
        [key: string]:
          | {
              /** @constant */
              allowed: true;
            }
          | {
              /** @constant */
              allowed: false;
              code: string;
              reason: string;
            };
      };
      awaiting?: components['schemas']['AwaitingInput'];
      /** Format: date-time */
      createdAt: string;
      decisions: components['schemas']['DecisionInput'][];
      /** Format: date-time */
      deletedAt?: string;
      /** Format: date-time */
      from?: string;
      origin?: string;
      request?: components['schemas']['RequestInput'];
      resource: {
        id: string;
        kind: string;
        name: string;
      } & {
        [key: string]: unknown;
      };
      /** @enum {string} */
      standing: 'None' | 'Granted' | 'Suspended' | 'Expired' | 'Revoked';
      /** @enum {string} */
      state:
        | 'Pending'
        | 'SemiGranted'
        | 'Granted'
        | 'Rejected'
        | 'Withdrawn'
        | 'Expired'
        | 'Suspended'
        | 'Revoked'
        | 'None';
      /** @enum {string} */
      strategy?: 'Auto' | 'Simple' | 'FourEyes' | 'External';
      /** @description How far Countersign’s own target is. */
      target?: {
        alarming: boolean;
        lastError?: string | null;
        lastRun?: string | null;
        lastSuccess?: string | null;
        target: string;
      } & {
        [key: string]: unknown;
      };
      /** Format: date-time */
      until?: string;
      version: number;
    } & {
      [key: string]: unknown;
    };
    /** @description Who must act next. */
    Awaiting: {
      missing: number;
      people: components['schemas']['NamedPerson'][];
      /** @enum {string} */
      strategy: 'Auto' | 'Simple' | 'FourEyes' | 'External';
      system: string | null;
      undecidable: string | null;
    } & {
      [key: string]: unknown;
    };
    /** @description Who must act next. */
    AwaitingInput: {
      missing: number;
      people: components['schemas']['NamedPersonInput'][];
      /** @enum {string} */
      strategy: 'Auto' | 'Simple' | 'FourEyes' | 'External';
      system: string | null;
      undecidable: string | null;
    } & {
      [key: string]: unknown;
    };
    /** @description Without an end date the access ends now. */
    Cancellation:
      | ({
          comment?: string | null;
          endDate?: string | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    /** @description Without an end date the access ends now. */
    CancellationInput:
      | ({
          comment?: string | null;
          endDate?: string | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    Comment:
      | ({
          comment?: string | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    CommentInput:
      | ({
          comment?: string | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    Decision: {
      /** Format: date-time */
      at: string;
      by: components['schemas']['Actor'];
      channel: string;
      comment?: string;
      id: string;
      terms?: {
        duration?: string;
        roles?: string[];
        /** Format: date-time */
        until?: string;
      } & {
        [key: string]: unknown;
      };
      /** @enum {string} */
      to: 'Pending' | 'SemiGranted' | 'Granted' | 'Rejected' | 'Withdrawn' | 'Expired';
      /** @enum {string} */
      verdict: 'allow' | 'deny';
      /**
       * Format: date-time
       * @description Since when this allow does not count any more.
       */
      voidSince?: string;
    } & {
      [key: string]: unknown;
    };
    DecisionInput: {
      /** Format: date-time */
      at: string;
      by: components['schemas']['ActorInput'];
      channel: string;
      comment?: string;
      id: string;
      terms?: {
        duration?: string;
        roles?: string[];
        /** Format: date-time */
        until?: string;
      } & {
        [key: string]: unknown;
      };
      /** @enum {string} */
      to: 'Pending' | 'SemiGranted' | 'Granted' | 'Rejected' | 'Withdrawn' | 'Expired';
      /** @enum {string} */
      verdict: 'allow' | 'deny';
      /**
       * Format: date-time
       * @description Since when this allow does not count any more.
       */
      voidSince?: string;
    } & {
      [key: string]: unknown;
    };
    DecisionMetadata:
      | ({
          approver?: string | null;
          comment?: string | null;
          custom?: {
            [key: string]: string;
          } | null;
          links?: {
            [key: string]: string;
          } | null;
          seen?: string | null;
          terms?:
            | ({
                duration?: unknown;
                roles?: string[];
                until?: unknown;
              } & {
                [key: string]: unknown;
              })
            | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    DecisionMetadataInput:
      | ({
          approver?: string | null;
          comment?: string | null;
          custom?: {
            [key: string]: string;
          } | null;
          links?: {
            [key: string]: string;
          } | null;
          seen?: string | null;
          terms?:
            | ({
                duration?: string;
                roles?: string[];
                /** Format: date-time */
                until?: string;
              } & {
                [key: string]: unknown;
              })
            | null;
        } & {
          [key: string]: unknown;
        })
      | null;
    Inbox: {
      items: components['schemas']['Access'][];
      next: string | null;
    };
    InboxInput: {
      items: components['schemas']['AccessInput'][];
      next: string | null;
    };
    Invitation: {
      /** Format: date-time */
      expiresAt: string;
      url: string;
    };
    InvitationInput: {
      /** Format: date-time */
      expiresAt: string;
      url: string;
    };
    Me: {
      administrator: boolean;
      auditor: boolean;
      emailAddress: string | null;
      id: string;
      name: string | null;
      readOnly: boolean;
      sessionId: string | null;
      /** @description Teams that name the person, or the team whose key it is. Roles hold below, too. */
      teams: {
        id: string;
        name: string;
        role: string;
      }[];
      /** @enum {string} */
      type: 'person' | 'team-key' | 'organization-key';
    };
    MeInput: {
      administrator: boolean;
      auditor: boolean;
      emailAddress: string | null;
      id: string;
      name: string | null;
      readOnly: boolean;
      sessionId: string | null;
      /** @description Teams that name the person, or the team whose key it is. Roles hold below, too. */
      teams: {
        id: string;
        name: string;
        role: string;
      }[];
      /** @enum {string} */
      type: 'person' | 'team-key' | 'organization-key';
    };
    NamedPerson: {
      email?: string;
      name?: string;
      person: string;
    } & {
      [key: string]: unknown;
    };
    NamedPersonInput: {
      email?: string;
      name?: string;
      person: string;
    } & {
      [key: string]: unknown;
    };
    OrganizationMember: {
      auditor: boolean;
      /** Format: date-time */
      createdAt: string;
      custom: {
        [key: string]: string;
      };
      disabled: boolean;
      emailAddress: string;
      /** @description Whether they can sign in with a password. */
      hasAccount: boolean;
      name: string | null;
      /**
       * @description Owner: an administrator of the installation.
       * @enum {string}
       */
      role: 'Member' | 'Owner';
      userId: string;
    };
    OrganizationMemberInput: {
      auditor: boolean;
      /** Format: date-time */
      createdAt: string;
      custom: {
        [key: string]: string;
      };
      disabled: boolean;
      emailAddress: string;
      /** @description Whether they can sign in with a password. */
      hasAccount: boolean;
      name: string | null;
      /**
       * @description Owner: an administrator of the installation.
       * @enum {string}
       */
      role: 'Member' | 'Owner';
      userId: string;
    };
    Request: {
      /** Format: date-time */
      askedAt: string;
      asker?: components['schemas']['Actor'];
      /** @enum {string} */
      becauseOf?: 'refused-before' | 'set-by-consumer-side';
      /** Format: date-time */
      closedAt?: string;
      /** Format: date-time */
      deadline: string;
      duration?: string;
      /** @description Send it back as `seen` with a decision. */
      fingerprint: string;
      /** Format: date-time */
      from?: string;
      id: string;
      /** @enum {string} */
      nature: 'first' | 'change' | 'renewal';
      number: number;
      purpose: string;
      roles: string[];
      /** @enum {string} */
      state: 'Pending' | 'SemiGranted' | 'Granted' | 'Rejected' | 'Withdrawn' | 'Expired';
      /** Format: date-time */
      until?: string;
    } & {
      [key: string]: unknown;
    };
    RequestInput: {
      /** Format: date-time */
      askedAt: string;
      asker?: components['schemas']['ActorInput'];
      /** @enum {string} */
      becauseOf?: 'refused-before' | 'set-by-consumer-side';
      /** Format: date-time */
      closedAt?: string;
      /** Format: date-time */
      deadline: string;
      duration?: string;
      /** @description Send it back as `seen` with a decision. */
      fingerprint: string;
      /** Format: date-time */
      from?: string;
      id: string;
      /** @enum {string} */
      nature: 'first' | 'change' | 'renewal';
      number: number;
      purpose: string;
      roles: string[];
      /** @enum {string} */
      state: 'Pending' | 'SemiGranted' | 'Granted' | 'Rejected' | 'Withdrawn' | 'Expired';
      /** Format: date-time */
      until?: string;
    } & {
      [key: string]: unknown;
    };
    Session: {
      agent: string | null;
      /** Format: date-time */
      createdAt: string;
      /** @description Whether it is the one that asks. */
      current: boolean;
      /** Format: date-time */
      endsAt: string;
      id: string;
      /**
       * Format: date-time
       * @description The last call, within a minute.
       */
      seenAt: string;
    };
    SessionInput: {
      agent: string | null;
      /** Format: date-time */
      createdAt: string;
      /** @description Whether it is the one that asks. */
      current: boolean;
      /** Format: date-time */
      endsAt: string;
      id: string;
      /**
       * Format: date-time
       * @description The last call, within a minute.
       */
      seenAt: string;
    };
    /** @description The session itself is in the cookie. */
    SignedIn: {
      /** Format: date-time */
      endsAt: string;
      sessionId: string;
      userId: string;
    };
    /** @description The session itself is in the cookie. */
    SignedInInput: {
      /** Format: date-time */
      endsAt: string;
      sessionId: string;
      userId: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
