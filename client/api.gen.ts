// Generated from docs/reference/openapi.json by `npm run gen`.
export interface paths {
    "/.well-known/authzen-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the check answers
         * @description AuthZEN Authorization API 1.0, Policy Decision Point Metadata.
         */
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
                        "application/json": components["schemas"]["AuthZenConfiguration"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/access/v1/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May this subject do this action on this resource
         * @description A denial is an answer, with 200 and `decision: false`; its `context` says why. Where the check cannot be sure to know the present state, everything is denied.
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
                    "application/json": components["schemas"]["EvaluationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EvaluationDecision"];
                    };
                };
                /**
                 * @description `malformed_body`: The body cannot be read
                 *
                 *     `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `check_key_needed`: Checks are asked with an API key of the organization or of a team */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/access/v1/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same for several questions at once
         * @description Answers stand in the order of the questions. A question that cannot be read is denied, with the reason in its `context`. With `deny_on_first_deny` and `permit_on_first_permit` the answers end with the first denial or permission.
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
                    "application/json": components["schemas"]["EvaluationsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EvaluationDecisions"];
                    };
                };
                /**
                 * @description `malformed_body`: The body cannot be read
                 *
                 *     `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `check_key_needed`: Checks are asked with an API key of the organization or of a team */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/access/v1/search/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which actions this subject may do on this resource
         * @description What a role demands of the action is passed over.
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
                    "application/json": components["schemas"]["ActionSearchInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FoundActions"];
                    };
                };
                /**
                 * @description `malformed_body`: The body cannot be read
                 *
                 *     `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `check_key_needed`: Checks are asked with an API key of the organization or of a team */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `check_uncertain`: It is not certain who has access now
                 *
                 *     `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/access/v1/search/resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * On which resources this subject may do this action
         * @description An `id` of the resource is passed over, and so is what a role demands of the resource.
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
                    "application/json": components["schemas"]["ResourceSearchInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FoundEntities"];
                    };
                };
                /**
                 * @description `malformed_body`: The body cannot be read
                 *
                 *     `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `check_key_needed`: Checks are asked with an API key of the organization or of a team */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `check_uncertain`: It is not certain who has access now
                 *
                 *     `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/access/v1/search/subject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which subjects may do this action on this resource
         * @description An `id` of the subject is passed over, and so is what a role demands of the subject.
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
                    "application/json": components["schemas"]["SubjectSearchInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FoundEntities"];
                    };
                };
                /**
                 * @description `malformed_body`: The body cannot be read
                 *
                 *     `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `check_key_needed`: Checks are asked with an API key of the organization or of a team */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `check_uncertain`: It is not certain who has access now
                 *
                 *     `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access": {
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
                    consumerApplicationId?: string;
                    consumerDataProductId?: string;
                    /**
                     * @description Only accesses of this team, its products and its applications.
                     * @example analytics
                     */
                    consumerTeamId?: string;
                    consumerType?: "team" | "user" | "dataproduct" | "application";
                    /** @description Page number, from 0. */
                    p?: number;
                    pageSize?: number;
                    providerDataProductId?: string;
                    /**
                     * @description Only accesses to this resource.
                     * @example orders/orders-latest
                     */
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
                        "application/json": components["schemas"]["Access"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["AccessRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_your_side`: You may not act for this consumer
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `contract_terms_changed`: The terms of the contract have changed since you read them
                 *
                 *     `access_identity`: The resource and the consumer of an access never change
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `purpose_missing`: A purpose is needed: the owner has to know why
                 *
                 *     `role_unknown`: This resource does not offer that role
                 *
                 *     `period_past`: The end lies in the past
                 *
                 *     `period_empty`: The end has to come after the start
                 *
                 *     `period_too_long`: The period is longer than the policy allows
                 *
                 *     `duration_not_offered`: The policy offers other durations
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}": {
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
                query?: {
                    /**
                     * @description With `approval.context`: what the consumer has already, and what will happen at the target.
                     * @example context
                     */
                    include?: "context";
                };
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
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
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Ask for access, or write an access as a whole
         * @description Creating: asks for access, which the policy may grant at once. `info.status: approved` counts only here, and only from the owner side: a direct grant. Existing: writes tags, links, custom fields and agreements; an earlier end or fewer roles act at once; anything wider becomes a request. Status, activity, provisioning and the contract are managed by the server and ignored. The same content twice changes nothing.
         *
         *     *Example:* Alice asks for the orders, for a data product of her team.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccessWriteInput"];
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_your_side`: You may not act for this consumer
                 *
                 *     `not_a_party`: Only the owner side or the consumer side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `contract_terms_changed`: The terms of the contract have changed since you read them
                 *
                 *     `access_identity`: The resource and the consumer of an access never change
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `purpose_missing`: A purpose is needed: the owner has to know why
                 *
                 *     `role_unknown`: This resource does not offer that role
                 *
                 *     `period_past`: The end lies in the past
                 *
                 *     `period_empty`: The end has to come after the start
                 *
                 *     `period_too_long`: The period is longer than the policy allows
                 *
                 *     `duration_not_offered`: The policy offers other durations
                 *
                 *     `consumer_unknown`: No such consumer
                 *
                 *     `provider_unknown`: No such data product or output port
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * End an access and delete it
         * @description It is ended first, so that connectors hear of it, and keeps answering GET.
         *
         *     *Example:* Alice tidies up what was denied.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example incident-4711 */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_a_party`: Only the owner side or the consumer side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/{id}/approve": {
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
         * @description The body is optional metadata about the decision. Repeating one’s own verdict changes nothing; coming after another one is 409 with the real state. With `Prefer: return=representation` (RFC 7240) the answer is the access as it is then, else nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["DecisionMetadataInput"];
                };
            };
            responses: {
                /** @description Done. The access, where `Prefer: return=representation` was sent; else nothing. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `own_request`: Nobody takes part in deciding their own request
                 *
                 *     `not_an_approver`: You may not decide for the owner team
                 *
                 *     `people_only`: Two different people decide this; a key is not one of them
                 *
                 *     `external_only`: Only the external system that the policy names decides this
                 *
                 *     `names_the_asker`: The decision names somebody who asked for this access
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `in_the_browser`: The policy demands that this is decided in the browser
                 *
                 *     `session_demanded`: The policy demands a fresh sign-in, and a key never signs in
                 *
                 *     `step_up_needed`: The policy demands that you sign in again before you decide
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `changed_meanwhile`: What is asked has changed since you saw it
                 *
                 *     `request_closed`: This request is decided already
                 *
                 *     `request_expired`: The time to decide this request is over
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 *
                 *     `no_request`: Nothing is asked here
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `terms_wider`: Terms may be narrower than asked, never wider
                 *
                 *     `duration_not_offered`: The policy offers other durations
                 *
                 *     `period_empty`: The end has to come after the start
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/cancel": {
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
         *
         *     *Example:* Alice gives it back at the end of a day.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancellationInput"];
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_a_party`: Only the owner side or the consumer side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one access, signed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
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
                        "application/json": components["schemas"]["AccessEvidence"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to an access, oldest first
         * @description For both sides of it and for those who audit.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only entries after this position, as the Link header of the page before says. */
                    after?: number;
                    /** @example 3 */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
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
                        "application/json": components["schemas"]["LogEntry"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_a_party`: Only the owner side or the consumer side may do this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/provisioning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was reported about an access at its target */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
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
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `provisioning_not_found`: Nothing has been reported about this access yet
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Replace what is reported about an access
         * @description For connectors that reconcile: what is left out is cleared, times are believed. An event only where the status changes.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccessProvisioningReportInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
    "/api/access/{id}/provisioning/deprovisioning-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report deprovisioning failed
         * @description Accepted from any state; the latest report wins, times are the server’s, and each report is an event.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessProvisioningStepInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/provisioning/deprovisioning-started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report deprovisioning started
         * @description Accepted from any state; the latest report wins, times are the server’s, and each report is an event.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessProvisioningStepInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/provisioning/deprovisioning-succeeded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report deprovisioning succeeded
         * @description Accepted from any state; the latest report wins, times are the server’s, and each report is an event.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessProvisioningStepInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/provisioning/provisioning-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report provisioning failed
         * @description Accepted from any state; the latest report wins, times are the server’s, and each report is an event.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessProvisioningStepInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/provisioning/provisioning-started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report provisioning started
         * @description Accepted from any state; the latest report wins, times are the server’s, and each report is an event.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessProvisioningStepInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/provisioning/provisioning-succeeded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report provisioning succeeded
         * @description Accepted from any state; the latest report wins, times are the server’s, and each report is an event.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessProvisioningStepInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessProvisioning"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `access_not_found`: No such access */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/reject": {
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
         * @description The body is optional metadata about the decision. Repeating one’s own verdict changes nothing; coming after another one is 409 with the real state. With `Prefer: return=representation` (RFC 7240) the answer is the access as it is then, else nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example incident-4711 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["DecisionMetadataInput"];
                };
            };
            responses: {
                /** @description Done. The access, where `Prefer: return=representation` was sent; else nothing. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `own_request`: Nobody takes part in deciding their own request
                 *
                 *     `not_an_approver`: You may not decide for the owner team
                 *
                 *     `people_only`: Two different people decide this; a key is not one of them
                 *
                 *     `external_only`: Only the external system that the policy names decides this
                 *
                 *     `names_the_asker`: The decision names somebody who asked for this access
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `in_the_browser`: The policy demands that this is decided in the browser
                 *
                 *     `session_demanded`: The policy demands a fresh sign-in, and a key never signs in
                 *
                 *     `step_up_needed`: The policy demands that you sign in again before you decide
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `changed_meanwhile`: What is asked has changed since you saw it
                 *
                 *     `request_closed`: This request is decided already
                 *
                 *     `request_expired`: The time to decide this request is over
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 *
                 *     `no_request`: Nothing is asked here
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `terms_wider`: Terms may be narrower than asked, never wider
                 *
                 *     `duration_not_offered`: The policy offers other durations
                 *
                 *     `period_empty`: The end has to come after the start
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/renew": {
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
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessRenewalInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_your_side`: You may not act for this consumer
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `contract_terms_changed`: The terms of the contract have changed since you read them
                 *
                 *     `request_open`: A request is open already
                 *
                 *     `nothing_to_renew`: There is no access to renew yet
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `purpose_missing`: A purpose is needed: the owner has to know why
                 *
                 *     `role_unknown`: This resource does not offer that role
                 *
                 *     `period_past`: The end lies in the past
                 *
                 *     `period_empty`: The end has to come after the start
                 *
                 *     `period_too_long`: The period is longer than the policy allows
                 *
                 *     `duration_not_offered`: The policy offers other durations
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/renew/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What asking for more time would do
         * @description As for a new request. Nothing is written.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccessRenewalInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preview"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/resume": {
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
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CommentInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `own_request`: Nobody takes part in deciding their own request
                 *
                 *     `not_your_side`: You may not act for this consumer
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `no_request`: Nothing is asked here
                 *
                 *     `no_allow_of_yours`: You have no open allow here to take back
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/retract": {
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
                    /** @example refunds-by-alice */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CommentInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `own_request`: Nobody takes part in deciding their own request
                 *
                 *     `not_your_side`: You may not act for this consumer
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `no_request`: Nothing is asked here
                 *
                 *     `no_allow_of_yours`: You have no open allow here to take back
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/suspend": {
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
                    /** @example orders-for-recommendations */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CommentInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `own_request`: Nobody takes part in deciding their own request
                 *
                 *     `not_your_side`: You may not act for this consumer
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `no_request`: Nothing is asked here
                 *
                 *     `no_allow_of_yours`: You have no open allow here to take back
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/{id}/withdraw": {
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
                    /** @example refunds-by-alice */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CommentInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `own_request`: Nobody takes part in deciding their own request
                 *
                 *     `not_your_side`: You may not act for this consumer
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `access_not_found`: No such access
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `decided_meanwhile`: Others were faster
                 *
                 *     `no_request`: Nothing is asked here
                 *
                 *     `no_allow_of_yours`: You have no open allow here to take back
                 *
                 *     `wrong_state`: The state of this access does not permit this
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/access/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What asking for this would do
         * @description Judged as the real request would be at this moment. Nothing is written.
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
                    "application/json": components["schemas"]["AccessPreview"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preview"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `consumer_unknown`: No such consumer
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/api-keys": {
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
                        "application/json": components["schemas"]["ApiKey"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": {
                        displayName?: string | null;
                        /** @description The last day on which it works, or an instant. */
                        expiresAt?: (string) | null;
                        /** @enum {string} */
                        scope: "organization" | "organization_read" | "team" | "team_read" | "user" | "user_read" | "rover";
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
                        "application/json": components["schemas"]["ApiKeyCreated"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `too_many_keys`: There are as many API keys as there may be
                 *
                 *     `secret_shown_once`: This was done already, and the secret it made was shown once
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `period_past`: The end lies in the past
                 *
                 *     `period_too_long`: The period is longer than the policy allows
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key, at once
         * @description *Example:* Bob revokes the key.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example 01a19c21-7200-7000-8000-000000000004 */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_unknown`: No such API key */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/apispecifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Describe an API
         * @description An OpenAPI 3 or Swagger 2 document, as JSON. Its scopes are what can be asked for.
         *
         *     *Example:* Bob describes the API of the orders.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout--checkout-orders-v1 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Withdraw the description of an API
         * @description *Example:* Bob withdraws the description of the API.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout--checkout-orders-v1 */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `specification_not_found`: No such description of an API or event type */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List applications, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended, as its Link header says. */
                    after?: number;
                    /** @description Page number, from 0. */
                    p?: number;
                    /** @description Words that begin a word of id, name or description; all of them. */
                    q?: string;
                    /** @description A tag; repeated, all of them. */
                    tag?: string[];
                    /**
                     * @description Owner teams; may be repeated.
                     * @example analytics
                     */
                    team?: string[];
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
                        "application/json": components["schemas"]["Application"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one application */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example reports */
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
                        "application/json": components["schemas"]["Application"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `application_not_found`: No such application */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Register an application, or replace what is said about it
         * @description Its team asks for it, and its agreements move with it to another team. Owners of the team write it, its key, administrators, and organization keys.
         *
         *     *Example:* The pipeline of analytics registers its report builder.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example reports */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Free fields; a target looks into them for the name that it has there. */
                        custom?: {
                            [key: string]: unknown;
                        };
                        description?: string;
                        id?: string;
                        name: string;
                        tags?: string[];
                        /** @description The id of the team that owns it and asks for it. */
                        team: string;
                    } & {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete an application
         * @description It may have no active access. What it asked for and nobody has decided is withdrawn.
         *
         *     *Example:* Dan deletes one that has access to nothing.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example trial */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `application_not_found`: No such application */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{id}/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an application is, and what the caller may do about it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example reports */
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
                        "application/json": components["schemas"]["AboutApplication"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `application_not_found`: No such application */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/applications/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an application has, or waits for */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @example 1 */
                    limit?: number;
                    /** @description `live`: granted or suspended, what ends first first. `waiting`: the longest first. `all`: the newest first. */
                    show?: "live" | "waiting" | "all";
                };
                header?: never;
                path: {
                    /** @example reports */
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
                        "application/json": components["schemas"]["Agreements"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `application_not_found`: No such application */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look through what there is to ask for */
        get: {
            parameters: {
                query?: {
                    /** @description What the caller and their teams have there: access, an open request, or neither. */
                    access?: "live" | "waiting" | "none";
                    after?: number;
                    /** @description Only output ports that name this data contract. */
                    dataContractId?: string;
                    /** @description Only output ports of this data product. */
                    dataProductId?: string;
                    /** @example 1 */
                    limit?: number;
                    /**
                     * @description Owner teams; may be repeated.
                     * @example checkout
                     */
                    owner?: string[];
                    /**
                     * @description Words that begin a word of id, name or description.
                     * @example orders
                     */
                    q?: string;
                    /** @description A tag; repeated, all of them. */
                    tag?: string[];
                    /** @description Kinds; may be repeated. */
                    type?: ("output-port" | "api" | "event" | "action")[];
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
                        "application/json": components["schemas"]["Catalog"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/catalog/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By what the catalog can be narrowed
         * @description Counts of kinds, owners and tags among what fits; the fifty that occur most.
         */
        get: {
            parameters: {
                query?: {
                    /** @description What the caller and their teams have there: access, an open request, or neither. */
                    access?: "live" | "waiting" | "none";
                    /** @description Only output ports that name this data contract. */
                    dataContractId?: string;
                    /** @description Only output ports of this data product. */
                    dataProductId?: string;
                    /**
                     * @description Owner teams; may be repeated.
                     * @example checkout
                     */
                    owner?: string[];
                    /** @description Words that begin a word of id, name or description. */
                    q?: string;
                    /** @description A tag; repeated, all of them. */
                    tag?: string[];
                    /** @description Kinds; may be repeated. */
                    type?: ("output-port" | "api" | "event" | "action")[];
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
                        "application/json": components["schemas"]["CatalogFacets"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what changes, as server-sent events
         * @description An event `changes` names things that have changed: `{changes: [{noun, id, version, resource, type, mine}]}`, each thing once, with `version` where it is an access. Read the thing to see what it is now. Begins now, which an event `begin` says, or after `Last-Event-ID` or `after`. An event `reload` says that too much was missed: read everything again.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The id of the last event that was heard, for a stream that takes the place of another one: browsers send no `Last-Event-ID` when they begin. */
                    after?: string;
                    /** @description Kinds of things; may be repeated. */
                    noun?: ("access" | "resource" | "policy" | "data-product" | "data-contract" | "application" | "team" | "person" | "target" | "key" | "organization")[];
                    /**
                     * @description Only what concerns the caller: what they or their teams ask for, have, own or decide. And what `subject` names.
                     * @example mine
                     */
                    only?: "mine";
                    /** @description Ids of what a page is about: a thing, an end of an access, a team that owns or uses; may be repeated. */
                    subject?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events `begin`, `changes` and `reload`. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connectors, oldest first */
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
                        "application/json": components["schemas"]["Connector"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/connectors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a connector with its state */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example warehouse-sync */
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
                        "application/json": components["schemas"]["Connector"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `connector_not_found`: No such connector */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Register a connector, or keep its state
         * @description The whole object is replaced. Whoever registered it may write it, and administrators and organization keys. State is no event and leaves no entry in the log.
         *
         *     *Example:* A connector of another maker keeps its place in the feed.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example warehouse-sync */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        custom?: {
                            [key: string]: unknown;
                        };
                        id: string;
                        info: {
                            connectorVersion?: string;
                            description?: string;
                            type: string;
                        } & {
                            [key: string]: unknown;
                        };
                        /** @description Whatever the connector keeps here, given back as it was sent. */
                        state?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Forget a connector
         * @description *Example:* The connector is switched off.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example warehouse-sync */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `connector_not_found`: No such connector */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datacontracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List data contracts, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended, as its Link header says. */
                    after?: number;
                    archetype?: string;
                    /** @description The same as domainId. */
                    domain?: string[];
                    /** @description Domains, as documents name them or as teams above the owner; may be repeated. */
                    domainId?: string[];
                    /** @description The same as teamId. */
                    owner?: string[];
                    /** @description Page number, from 0. */
                    p?: number;
                    /**
                     * @description Words that begin a word of id, name or description; all of them.
                     * @example orders
                     */
                    q?: string;
                    /** @description By name instead of by creation. */
                    sort?: "name" | "title" | "creation";
                    status?: string;
                    /** @description A tag; repeated, all of them. */
                    tag?: string[];
                    /**
                     * @description Owner teams; may be repeated.
                     * @example checkout
                     */
                    teamId?: string[];
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
                        "application/json": components["schemas"]["DataContract"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/datacontracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one data contract
         * @description With `.yaml` behind the id it comes as YAML.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DataContract"];
                        "application/yaml": string;
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `datacontract_not_found`: No such data contract */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Publish a data contract
         * @description The document is kept and given back as it was sent. Output ports that name the contract offer the roles
         *     that it says from now on, and are bound to the servers and tables that it says, if the caller may do that.
         *
         *     *Example:* Bob publishes what may be done with the orders.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders */
                    id: string;
                };
                cookie?: never;
            };
            /** @description A data contract in ODCS (`kind: DataContract`) or DCS (`dataContractSpecification`). */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a data contract
         * @description No output port may name it.
         *
         *     *Example:* Bob deletes a contract that nobody uses.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example returns */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `datacontract_not_found`: No such data contract */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datacontracts/{id}/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a data contract is, in short
         * @description Whatever the format of its document, with its terms. Output ports that name it are in `/api/catalog`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders */
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
                        "application/json": components["schemas"]["AboutDataContract"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `datacontract_not_found`: No such data contract */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/datacontracts/{id}/datacontract.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one data contract as YAML */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document as YAML. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/yaml": string;
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `datacontract_not_found`: No such data contract */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/dataproducts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List data products, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended, as its Link header says. */
                    after?: number;
                    archetype?: string;
                    /** @description The same as domainId. */
                    domain?: string[];
                    /** @description Domains, as documents name them or as teams above the owner; may be repeated. */
                    domainId?: string[];
                    /** @description The same as teamId. */
                    owner?: string[];
                    /** @description Page number, from 0. */
                    p?: number;
                    /**
                     * @description Words that begin a word of id, name or description; all of them.
                     * @example orders
                     */
                    q?: string;
                    /** @description By name instead of by creation. */
                    sort?: "name" | "title" | "creation";
                    status?: string;
                    /** @description A tag; repeated, all of them. */
                    tag?: string[];
                    /**
                     * @description Owner teams; may be repeated.
                     * @example checkout
                     */
                    teamId?: string[];
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
                        "application/json": components["schemas"]["DataProduct"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/dataproducts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one data product */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders */
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
                        "application/json": components["schemas"]["DataProduct"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `dataproduct_not_found`: No such data product */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Publish a data product
         * @description The document is kept and given back as it was sent. Its output ports become resources that access can be
         *     asked for; one that is not in the document any more is gone, and access to it ends. `autoApprove: true` means that requests are
         *     granted at once; without it the organization's default holds, until an owner sets the policy of the port by hand. Where the
         *     server of a port is a target of this installation, the port is bound to it, if the caller may do that.
         *
         *     *Example:* Bob publishes the orders as a data product.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders */
                    id: string;
                };
                cookie?: never;
            };
            /** @description A data product in ODPS (`kind: DataProduct`) or DPS (`dataProductSpecification: 0.0.1`). */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a data product
         * @description No active access may lead to it or from it. Its output ports go with it, and what is asked and not decided is withdrawn.
         *
         *     *Example:* Bob deletes a product that nobody uses.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example returns */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `dataproduct_not_found`: No such data product */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dataproducts/{id}/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a data product is, in short
         * @description Whatever the format of its document. Its output ports are in `/api/catalog`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders */
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
                        "application/json": components["schemas"]["AboutDataProduct"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `dataproduct_not_found`: No such data product */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the event feed
         * @description At most 1000 events, oldest first; an empty array is the end of the feed for now.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The id of the last event that was handled. Absent, empty or `null`: from the beginning. An id that is unknown here: from five minutes before the time in it.
                     * @example 01a19c21-7200-7000-8000-000000000025
                     */
                    lastEventId?: string | string[];
                    /** @description Older flag; `true` waits five seconds. Use `timeout`. */
                    longPolling?: string;
                    /** @description How many milliseconds to wait for an event when there is none, 30000 at most. */
                    timeout?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events in the JSON batch format of CloudEvents. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/cloudevents-batch+json": components["schemas"]["FeedEvent"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/eventspecifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Describe an event type
         * @description An EventSpecification, as JSON.
         *
         *     *Example:* Bob describes an event type.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout--fernlane-orders-created-v1 */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Withdraw the description of an event type
         * @description *Example:* Bob withdraws the description of the event type.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout--fernlane-orders-created-v1 */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `specification_not_found`: No such description of an API or event type */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who had access to what at an instant
         * @description From the log: what was ended or deleted later is in it all the same.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Not in the future. Absent: now.
                     * @example 2026-11-02T16:01:43.000Z
                     */
                    at?: string;
                    format?: "json" | "csv";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A list, sent while it is read. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessReport"];
                        "text/csv": string;
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the mesh graph
         * @description Nodes are teams and what they own, edges are agreements that are granted or suspended now, from provider to consumer; with `state` also those that wait.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Unfold this data product into its agreements. */
                    product?: string;
                    /** @description How agreements stand: `granted`, `suspended`, or `waiting`, which means asked for while nothing is granted. May be repeated; without it those that are granted or suspended. */
                    state?: ("granted" | "suspended" | "waiting")[];
                    /**
                     * @description Unfold this team into its products and resources; may be repeated.
                     * @example checkout
                     */
                    team?: string[];
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
                        "application/json": components["schemas"]["Mesh"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `team_not_found`: No such team
                 *
                 *     `dataproduct_not_found`: No such data product
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/graph/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the agreements behind an edge of the mesh
         * @description Those of one resource after the other, the oldest first. Whose ends do not exist has none.
         */
        get: {
            parameters: {
                query: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /**
                     * @description A kind and an id, such as `team:checkout`. Kinds: team, data-product, application, person, people.
                     * @example data-product:recommendations
                     */
                    consumer: string;
                    /** @example 1 */
                    limit?: number;
                    /** @description Of a team as consumer: `without` what its products and applications have, only what it has by itself. */
                    own?: "with" | "without";
                    /**
                     * @description A kind and an id, such as `team:checkout`. Kinds: team, data-product, api, event, action.
                     * @example data-product:orders
                     */
                    provider: string;
                    /** @description How agreements stand: `granted`, `suspended`, or `waiting`, which means asked for while nothing is granted. May be repeated; without it those that are granted or suspended. */
                    state?: ("granted" | "suspended" | "waiting")[];
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
                        "application/json": components["schemas"]["Agreements"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/graph/neighbourhood": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is near something in the mesh
         * @description Step by step: teams around a team; products and whatever uses them around a data product, another resource or an application. An edge counts the agreements that were read for the picture, which is no total where `truncated` says that there is more.
         */
        get: {
            parameters: {
                query: {
                    /** @description Nodes at most. */
                    limit?: number;
                    /**
                     * @description A kind and an id, such as `team:checkout`. Kinds: team, data-product, api, event, action, application.
                     * @example data-product:orders
                     */
                    of: string;
                    /** @description How agreements stand: `granted`, `suspended`, or `waiting`, which means asked for while nothing is granted. May be repeated; without it those that are granted or suspended. */
                    state?: ("granted" | "suspended" | "waiting")[];
                    steps?: number;
                    /**
                     * @description `upstream`: what it uses. `downstream`: who uses it.
                     * @example downstream
                     */
                    way?: "upstream" | "downstream" | "both";
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
                        "application/json": components["schemas"]["Mesh"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `team_not_found`: No such team
                 *
                 *     `dataproduct_not_found`: No such data product
                 *
                 *     `resource_not_found`: No such resource
                 *
                 *     `application_not_found`: No such application
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/identity-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how people come in by the identity provider */
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
                        "application/json": components["schemas"]["IdentityProvider"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Say what the groups of the identity provider mean
         * @description The whole of it: what is absent goes back to the beginning. Roles that a group gave are taken away with the rule; what was written by hand stays.
         *
         *     *Example:* Dan says what groups mean.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Only members of one of these groups may come in; whoever loses all of them has left. */
                        admit?: string[] | null;
                        /** @description How long after the provider has stopped vouching for somebody they have left; `none`: at once. Their sessions end and their keys rest from the first moment. */
                        goneAfter?: string;
                        /** @default [] */
                        groups?: components["schemas"]["GroupRuleInput"][];
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
    "/api/import/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over agreements from elsewhere
         * @description Accesses as an Entropy API gives them. Nobody is asked and nobody gets a mail. Safe to repeat: what is here already stays as it is.
         */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description Kept with each access.
                     * @example entropy-data
                     */
                    origin?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": unknown[];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportReport"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/inbox": {
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
                    /** @example 1 */
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
                        "application/json": components["schemas"]["Inbox"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/inbox/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give several requests the same verdict
         * @description Each is judged by itself, by its own policy, and answered by itself: one that is refused holds up no other. With an `Idempotency-Key` each is remembered by itself, so that sending the same again does what was left undone.
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
                    "application/json": components["schemas"]["DecisionsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decided"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long decisions take, what waits, who decides, what ends soon
         * @description What is past is counted behind the log, so it may be a second late.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Only what this team owns.
                     * @example checkout
                     */
                    team?: string;
                    /** @example 1 */
                    weeks?: number;
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
                        "application/json": components["schemas"]["Insights"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/lineage/{dataProductId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a data product reads and what reads it
         * @description Upstream and downstream by granted access, and the product’s input ports: those that follow from granted access, and those that its document declares.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description How far to look, in steps.
                     * @example 1
                     */
                    depth?: number;
                };
                header?: never;
                path: {
                    /** @example recommendations */
                    dataProductId: string;
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
                        "application/json": components["schemas"]["Lineage"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `dataproduct_not_found`: No such data product */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the log, oldest first, or the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Who did it: id or e-mail address of a person, id of a key, or `system`. */
                    actor?: string;
                    /** @description Only entries after this position, as the Link header of the page before says. */
                    after?: number;
                    /** @description With `order=newest`: only entries before this position. */
                    before?: number;
                    /** @description An instant, or a day in the time zone of the organization. */
                    from?: string;
                    /** @example 1 */
                    limit?: number;
                    /** @example newest */
                    order?: "oldest" | "newest";
                    /** @description Id of the access, resource or team. Needed unless you may audit. */
                    subject?: string;
                    /**
                     * @description Such as `request.granted`, or `request` for all that begin so.
                     * @example request.granted
                     */
                    type?: string;
                    /** @description The same. An instant is exclusive, a day counts in full. */
                    until?: string;
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
                        "application/json": components["schemas"]["LogEntry"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_a_party`: Only the owner side or the consumer side may do this
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take entries of the log along, the newest first
         * @description As a file that is sent while it is read. Where there are more than `limit`, what is older follows with `before` and the position of the last one.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Who did it: id or e-mail address of a person, id of a key, or `system`.
                     * @example alice@fernlane.example
                     */
                    actor?: string;
                    /** @description Only entries before this position. */
                    before?: number;
                    /** @example csv */
                    format?: "json" | "csv";
                    /** @description An instant, or a day in the time zone of the organization. */
                    from?: string;
                    /** @example 1 */
                    limit?: number;
                    /** @description Id of the access, resource or team. Needed unless you may audit. */
                    subject?: string;
                    /** @description Such as `request.granted`, or `request` for all that begin so. */
                    type?: string;
                    /** @description The same. An instant is exclusive, a day counts in full. */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A list, sent while it is read. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LogExport"];
                        "text/csv": string;
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_a_party`: Only the owner side or the consumer side may do this
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/log/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the log ends, and the last head that was signed */
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
                        "application/json": components["schemas"]["LogHead"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/log/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the log as server-sent events
         * @description Begins now, or after `Last-Event-ID`. An event `reload` says that what you have seen is not in this log any more, as after a restore: read everything again.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Who did it: id or e-mail address of a person, id of a key, or `system`. */
                    actor?: string;
                    /** @description Id of the access, resource or team. Needed unless you may audit. */
                    subject?: string;
                    /**
                     * @description Such as `request.granted`, or `request` for all that begin so.
                     * @example request.filed
                     */
                    type?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One event for each entry, with the entry as its data. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_a_party`: Only the owner side or the consumer side may do this
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/me": {
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
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/me/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have and ask for, by myself and through my teams */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @example 1 */
                    limit?: number;
                    /**
                     * @description `live`: granted or suspended, what ends first first. `waiting`: the longest first. `all`: the newest first.
                     * @example waiting
                     */
                    show?: "live" | "waiting" | "all";
                    /** @description `without`: only what is for the caller in person. */
                    teams?: "with" | "without";
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
                        "application/json": components["schemas"]["Agreements"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/me/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For whom I may ask
         * @description The caller, their teams, and data products and applications of these. Keys of an organization may ask for anybody and are told nobody.
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    /**
                     * @description Words that begin a word of the name.
                     * @example re
                     */
                    q?: string;
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
                        "application/json": components["schemas"]["Consumers"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/me/notice-setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I am told by mail */
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
                        "application/json": components["schemas"]["NoticeSetting"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Say how I want to be told by mail
         * @description The list in the app has everything in any case. It counts from the next notice on.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description When the daily mail comes, in the organization’s time zone. */
                        dailyAt: string;
                        /**
                         * @description Of mail; pages speak the language of the browser.
                         * @enum {string}
                         */
                        language: "en" | "de";
                        /** @enum {string} */
                        mail: "at-once" | "daily" | "off";
                        /** @description No mail between these; what comes meanwhile goes in one mail afterwards. */
                        quiet: {
                            from: string;
                            until: string;
                        } | null;
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
                        "application/json": components["schemas"]["NoticeSetting"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
    "/api/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    before?: number;
                    /** @example 1 */
                    limit?: number;
                    only?: "unread";
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
                        "application/json": components["schemas"]["Notices"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/me/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notices as read
         * @description By their ids, up to a place in the list, or all about one agreement. What is not one’s own is passed over.
         *
         *     *Example:* Carol has read what was told of the orders.
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
                    "application/json": {
                        ids: string[];
                    } | {
                        /** @description `latest` of a list: that one and everything before. */
                        upTo: number;
                    } | {
                        /** @description Everything about this agreement. */
                        access: string;
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/me/password": {
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
         *
         *     *Example:* Alice changes her password.
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
                    "application/json": {
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `sign_in_required`: Sign in first
                 *
                 *     `wrong_credentials`: The address or the password is wrong
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_many_attempts`: Too many attempts */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/notice-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notices that could not be delivered, the newest first
         * @description `dead`: refused for good, or failed for days. `waiting`: still on their way.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    before?: number;
                    limit?: number;
                    state?: "dead" | "waiting";
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
                        "application/json": {
                            items: components["schemas"]["NoticeDelivery"][];
                            next: number | null;
                        };
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/notice-deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send notices again that were given up
         * @description Those that are named, or all. Each goes out with the id it had.
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
                    "application/json": {
                        ids?: string[];
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
                        "application/json": {
                            replayed: number;
                        };
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/organization/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look people up
         * @description By name, with their teams, how they can sign in, and what the caller may change about them.
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    /**
                     * @description Words that begin a word of the name or of the address before its `@`.
                     * @example carol
                     */
                    q?: string;
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
                        "application/json": components["schemas"]["Directory"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/organization/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read which features are on
         * @description For clients of the Entropy API; Countersign has none of those switches.
         */
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
                        "application/json": components["schemas"]["OrganizationFeatures"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/organization/members": {
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
                        "application/json": components["schemas"]["OrganizationMember"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/organization/members/{emailAddress}": {
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
                    /** @example frank@fernlane.example */
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
                        "application/json": components["schemas"]["OrganizationMember"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `person_not_found`: No such person */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Add a person, or change what they are to the installation
         * @description Members that are absent stay as they are. `disabled: true` is how somebody leaves: sessions and keys end at once, and what waited for them goes to the others.
         *
         *     *Example:* Dan takes in Frank, who will run fulfilment.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example frank@fernlane.example */
                    emailAddress: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": ({
                        auditor?: boolean | null;
                        custom?: {
                            [key: string]: string;
                        } | null;
                        disabled?: boolean | null;
                        name?: string | null;
                        role?: ("Member" | "Owner") | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `person_not_found`: No such person */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `last_administrator`: Somebody has to run this installation */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
    "/api/organization/members/{emailAddress}/erase": {
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
         *
         *     *Example:* Mallory has left and asks to be forgotten.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example mallory@fernlane.example */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `person_not_found`: No such person */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `last_administrator`: Somebody has to run this installation */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/organization/members/{emailAddress}/invitation": {
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
                    /** @example alice@fernlane.example */
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
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `disabled`: This account is disabled
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `person_not_found`: No such person */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `secret_shown_once`: This was done already, and the secret it made was shown once */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/organization/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the organization’s settings */
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
                        "application/json": components["schemas"]["OrganizationSettings"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Change the organization’s settings
         * @description What is absent stays as it is. Changing a default changes no policy that exists. Whether organization keys decide is for a person to say, not for a key.
         *
         *     *Example:* Dan says how resources start.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What APIs may say in `x-api-category`, and which teams (their `custom.category`) may provide and use them. Empty: any. */
                        apiCategories?: {
                            /** @default true */
                            active?: boolean;
                            /** @default true */
                            groupPrefix?: boolean;
                            label: string;
                            /** @default [] */
                            teamCategories?: string[];
                            /** @default [] */
                            teams?: string[];
                        }[];
                        defaultDurations?: {
                            /** @description Such as 90d, or none. */
                            action?: string;
                            /** @description Such as 90d, or none. */
                            api?: string;
                            /** @description Such as 90d, or none. */
                            event?: string;
                            /** @description Such as 90d, or none. */
                            "output-port"?: string;
                        } & {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        defaultStrategy?: "Auto" | "Simple" | "FourEyes";
                        fullName?: string | null;
                        logoUrl?: string | null;
                        organizationKeysDecide?: boolean;
                        supportEmailAddress?: string | null;
                        timeZone?: string;
                        vanityUrl?: string | null;
                        /** @description Where applications of Rover files run. What is only for the enterprise cannot be used from a zone `World`. Empty: any may be named. */
                        zones?: {
                            name: string;
                            /** @enum {string} */
                            visibility: "World" | "Enterprise";
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
    "/api/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List resources, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended, as its Link header says. */
                    after?: number;
                    dataProductId?: string;
                    /** @description Owner teams; may be repeated. */
                    owner?: string[];
                    /** @description Page number, from 0. */
                    p?: number;
                    /** @description Words that begin a word of id, name or description. */
                    q?: string;
                    /**
                     * @description A tag; repeated, all of them.
                     * @example shop
                     */
                    tag?: string[];
                    /**
                     * @description Kinds; may be repeated.
                     * @example event
                     */
                    type?: ("output-port" | "api" | "event" | "action")[];
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
                        "application/json": components["schemas"]["Resource"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one resource */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout-api */
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
                        "application/json": components["schemas"]["Resource"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Add or replace an API, an event type or an action, or bind a resource to a target
         * @description Output ports come from their data product; of them only `target` can be written here. Binding takes rights over the target: its owners, administrators, organization keys.
         *
         *     *Example:* Bob lets others ask for the API of checkout.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout-api */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string | null;
                        id?: string;
                        name?: string;
                        offers?: string[];
                        /** @description The id of the owner team. */
                        owner?: string;
                        tags?: string[];
                        /** @description Absent leaves it; null unbinds; `{"followsDocument": true}` lets an output port follow its documents again. */
                        target?: ({
                            binding?: {
                                [key: string]: unknown;
                            };
                            followsDocument?: boolean;
                            id?: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @enum {string} */
                        type?: "output-port" | "api" | "event" | "action";
                        visibility?: ("WORLD" | "ENTERPRISE" | "ZONE") | null;
                    } & {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete an API, an event type or an action
         * @description *Example:* Bob takes the event type away.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example order-placed */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has access to a resource, or waits for it */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @example 1 */
                    limit?: number;
                    /** @description `live`: granted or suspended, what ends first first. `waiting`: the longest first. `all`: the newest first. */
                    show?: "live" | "waiting" | "all";
                };
                header?: never;
                path: {
                    /** @example orders/orders-latest */
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
                        "application/json": components["schemas"]["Agreements"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/resources/{id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how access to a resource is decided
         * @description As it can be written, in plain sentences, with who would decide now, and with what the caller may do about it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example refund-order */
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
                        "application/json": components["schemas"]["Policy"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Set how access to a resource is decided
         * @description The whole policy; what is absent is as for a new resource, and without `strategy` an output
         *     port follows the `autoApprove` of its document. Owners of the owner team and its key may, and organization keys unless the
         *     organization says that they decide nothing; administrators may not, as such. Loosening a policy with the strategy FourEyes
         *     takes two owners: the first PUT is kept as a proposal (202) until another owner sends the same.
         *
         *     *Example:* Two people decide who gives money back.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example refund-order */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approvers?: ({
                            /** @description By e-mail address. */
                            people?: string[];
                            teams?: string[];
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @description Such as 8h, 90d, 2w or PT8H. */
                        deadline?: string;
                        /** @description A duration, or `none`. */
                        defaultDuration?: string;
                        durations?: string[] | null;
                        endSessions?: boolean;
                        external?: ({
                            key: string;
                            name: string;
                            url?: string | null;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        fallback?: ({
                            /** @description By e-mail address. */
                            people?: string[];
                            teams?: string[];
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        followsDocument?: boolean;
                        inBrowser?: boolean;
                        maximumDuration?: string | null;
                        /** @enum {string} */
                        ownTeam?: "auto" | "ask";
                        purposeByPerson?: boolean;
                        /** @description How whoever decides has to have signed in: one of these `acr`, this long ago at most. */
                        signIn?: ({
                            acr?: string[] | null;
                            maxAge?: string | null;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @enum {string} */
                        strategy?: "Auto" | "Simple" | "FourEyes" | "External";
                        /** @description Teams whose requests are granted at once. */
                        trusted?: string[];
                    } & {
                        [key: string]: unknown;
                    };
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
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposedPolicy"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `policy_invalid`: This policy contradicts itself
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
    "/api/resources/{id}/policy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What this policy would do
         * @description Judged as setting it would be at this moment: whether a second owner has to agree, who would decide, and what would become of the requests that wait. Nothing is written.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example refund-order */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approvers?: ({
                            /** @description By e-mail address. */
                            people?: string[];
                            teams?: string[];
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @description Such as 8h, 90d, 2w or PT8H. */
                        deadline?: string;
                        /** @description A duration, or `none`. */
                        defaultDuration?: string;
                        durations?: string[] | null;
                        endSessions?: boolean;
                        external?: ({
                            key: string;
                            name: string;
                            url?: string | null;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        fallback?: ({
                            /** @description By e-mail address. */
                            people?: string[];
                            teams?: string[];
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        followsDocument?: boolean;
                        inBrowser?: boolean;
                        maximumDuration?: string | null;
                        /** @enum {string} */
                        ownTeam?: "auto" | "ask";
                        purposeByPerson?: boolean;
                        /** @description How whoever decides has to have signed in: one of these `acr`, this long ago at most. */
                        signIn?: ({
                            acr?: string[] | null;
                            maxAge?: string | null;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        /** @enum {string} */
                        strategy?: "Auto" | "Simple" | "FourEyes" | "External";
                        /** @description Teams whose requests are granted at once. */
                        trusted?: string[];
                    } & {
                        [key: string]: unknown;
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
                        "application/json": components["schemas"]["PolicyPreview"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `policy_invalid`: This policy contradicts itself
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/resources/{id}/policy/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back a loosening that waits for a second owner
         * @description *Example:* Bob wanted one person to be enough, and thinks better of it.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example refund-order */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether I can use it now, and if not, how
         * @description What the caller and their teams have at a resource, what binds them there, and what asking would do.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout-api */
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
                        "application/json": components["schemas"]["StandingAtResource"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/resources/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the terms under which a resource may be used */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example orders/orders-latest */
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
                        "application/json": components["schemas"]["CurrentContractTerms"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `resource_not_found`: No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/rovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Rover files, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended, as its Link header says. */
                    after?: number;
                    /** @description Page number, from 0. */
                    p?: number;
                    /**
                     * @description Teams; may be repeated.
                     * @example analytics
                     */
                    team?: string[];
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
                        "application/json": {
                            /** Format: date-time */
                            appliedAt: string;
                            id: string;
                            name: string;
                            team: string;
                            zone: string;
                        }[];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/rovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a Rover file, and how far it has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example analytics--report-builder */
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
                        "application/json": components["schemas"]["RoverWithDocument"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rover_not_found`: No such Rover file */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Apply a Rover file
         * @description All of it or nothing, in one transaction. What has not changed in the file since the last time is left alone, so applying it again asks for nothing that has expired or was refused.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example analytics--report-builder */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoverFileInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rover"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a Rover file
         * @description What it subscribes to is given back, what it exposes is exposed no more, and its application is gone.
         *
         *     *Example:* Bob takes the file away.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout--order-service */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rover_not_found`: No such Rover file */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rovers/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What applying a Rover file would do now
         * @description What would be asked, granted and ended, and who would have to agree. Nothing is changed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example analytics--report-builder */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoverFileInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rover"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/rovers/{id}/plan-deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What deleting a Rover file would do now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout--order-service */
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
                        "application/json": components["schemas"]["Rover"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rover_not_found`: No such Rover file */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/rovers/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for more time for what a Rover file subscribes to
         * @description For what has expired, and for what ends within thirty days.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example analytics--report-builder */
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
                        "application/json": components["schemas"]["RoverRenewed"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rover_not_found`: No such Rover file */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/sessions": {
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
                        "application/json": components["schemas"]["Session"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `person_not_found`: No such person */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * End all my sessions but this one
         * @description Called with a key, it ends every session.
         *
         *     *Example:* Alice ends whatever other sessions she has.
         */
        delete: {
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session
         * @description *Example:* Alice ends the session on the other computer.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example 01a19c21-7200-7000-8000-000000000003 */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `session_not_found`: No such session */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In which ways can one sign in */
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
                        "application/json": components["schemas"]["WaysToSignIn"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
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
                    "application/json": {
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
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
                /**
                 * @description `malformed_body`: The body cannot be read
                 *
                 *     `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `wrong_credentials`: The address or the password is wrong */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disabled`: This account is disabled
                 *
                 *     `unconfirmed`: The identity provider does not vouch for you any more
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_many_attempts`: Too many attempts */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/sign-in/link": {
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
                    "application/json": {
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
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
                /**
                 * @description `malformed_body`: The body cannot be read
                 *
                 *     `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `link_spent`: This link was used already or is too old
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_many_attempts`: Too many attempts */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/sign-in/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in at the identity provider
         * @description For browsers: redirects to the provider. With `acr` or `maxAge` somebody who is signed in proves once more who they are. Where no provider is set up, or it cannot be reached, it redirects to the sign-in page.
         *
         *     *Example:* Bob goes to the identity provider.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Ways to sign in, one of which has to be used.
                     * @example mfa
                     */
                    acr?: string;
                    /**
                     * @description How many seconds ago the person may have signed in there.
                     * @example 900
                     */
                    maxAge?: number;
                    /**
                     * @description A path of the web app.
                     * @example /access/churn
                     */
                    returnTo?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. The body is empty. */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/sign-in/provider/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from the identity provider
         * @description For browsers, from the provider. It redirects to where the sign-in was begun, or to the sign-in page with the code of a problem; where an account was to be connected, to where that was begun, with the code.
         *
         *     *Example:* A sign-in that nobody began ends at the sign-in page.
         */
        get: {
            parameters: {
                query?: {
                    /** @example nobody-began-this */
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. The body is empty. */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/sign-in/provider/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which accounts at the identity provider are mine */
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
                        "application/json": components["schemas"]["Connection"];
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Connect an account at the identity provider to me
         * @description For an account whose e-mail address leads to nobody here, or is not verified there. Send the browser to the address of the answer; it needs a session, no key.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": {
                        returnTo?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GoOn"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `provider_missing`: No identity provider is set up here */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `provider_unavailable`: The identity provider cannot be reached; try again in a moment
                 *
                 *     `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description A session that came from the identity provider answers 200 with the address at which a browser signs out there too.
         *
         *     *Example:* Alice signs out.
         */
        post: {
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
                        "application/json": components["schemas"]["SignedOut"];
                    };
                };
                /** @description Done. The body is empty. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `foreign_origin`: A write from another site is refused */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List targets */
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
                        "application/json": components["schemas"]["Target"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one target */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example shop */
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
                        "application/json": components["schemas"]["Target"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `target_not_found`: No such target */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Add a target, or replace it
         * @description Settings are the connector’s own. Secrets are stored encrypted and never shown.
         *
         *     *Example:* Dan connects the database of the shop.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example shop */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        connector: string;
                        id?: string;
                        name?: string;
                        /** @description The team whose owners may bind resources here. Absent: administrators. */
                        owner?: string | null;
                        /** @description Write-only. Absent leaves what is stored, null forgets it. */
                        secrets?: {
                            [key: string]: string;
                        } | null;
                        /** @default {} */
                        settings?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `secret_key_missing`: COUNTERSIGN_SECRET_KEY is not set, so no secret can be kept
                 *
                 *     `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a target
         * @description Nothing may be bound to it any more.
         *
         *     *Example:* Dan forgets a database that is switched off.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example old-shop */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `target_not_found`: No such target */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/targets/{id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an agreement of a way in that was found
         * @description For the owner side and administrators, not for the consumer’s. The way in itself is left as it is; access by the agreement comes beside it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example shop */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AdoptionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Access"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `own_request`: Nobody takes part in deciding their own request
                 *
                 *     `not_the_owner_side`: Only the owner side may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `target_not_found`: No such target
                 *
                 *     `drift_not_found`: Nothing of the kind was seen at the target
                 *
                 *     `resource_not_found`: No such resource
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `request_expired`: The time to decide this request is over
                 *
                 *     `decided_meanwhile`: Others were faster
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `principal_differs`: The target calls this consumer by another name
                 *
                 *     `consumer_unknown`: No such consumer
                 *
                 *     `role_unknown`: This resource does not offer that role
                 *
                 *     `period_empty`: The end has to come after the start
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/targets/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look which rights Countersign lacks at a target
         * @description Connects and changes nothing. Each lack comes with what its owner can run to mend it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example shop */
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
                        "application/json": components["schemas"]["TargetCheck"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `target_not_found`: No such target */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/targets/{id}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a target differs from what is granted
         * @description As the last run for each resource has left it, in the order of their ids.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The last resource of the page before. */
                    after?: string;
                    /** @example 1 */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @example shop */
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
                        "application/json": components["schemas"]["TargetDifference"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `not_permitted`: Your role does not permit this
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `target_not_found`: No such target */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/targets/{id}/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a target in line now
         * @description Also what is waiting after a failure. The runs begin at once; the drift tells how they ended.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example shop */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            resources: number;
                        };
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `target_not_found`: No such target */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/targets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let targets be changed again after a restore
         * @description From here on they are brought in line with what is granted here. Look at the drift first.
         */
        post: {
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
                        "application/json": {
                            confirmed: boolean;
                        };
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/team-tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look through the teams
         * @description The tree from the top or below a team, what is nearest first, three hundred at most; with words, a hundred teams that have them. `/api/teams` lists all of them page by page.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only what is below this team. */
                    below?: string;
                    /**
                     * @description Words that begin a word of the id or the name.
                     * @example check
                     */
                    q?: string;
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
                        "application/json": components["schemas"]["TeamTree"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List teams, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended, as its Link header says. */
                    after?: number;
                    /**
                     * @description Only teams that this person was put into, whatever the case of the letters.
                     * @example carol@fernlane.example
                     */
                    email?: string;
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
                        "application/json": components["schemas"]["Team"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one team */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example fulfilment */
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
                        "application/json": components["schemas"]["Team"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Add a team, or replace it as a whole
         * @description Administrators and organization keys write any team. Its owners, also those of a team above it, and its key write everything but `parent`. Members who are not known yet are added as people without an account.
         *
         *     *Example:* Dan adds the team of Frank.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example fulfilment */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        custom?: {
                            [key: string]: string;
                        };
                        description?: string;
                        id: string;
                        links?: {
                            [key: string]: string;
                        };
                        /** @description Owner, Approver and Member mean something to decisions; other words act as Member. */
                        members?: ({
                            emailAddress: string;
                            role: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Whom groups of the identity provider put here; read only. */
                        membersByGroup?: ({
                            emailAddress: string;
                            role: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        name: string;
                        parent?: string;
                        tags?: string[];
                        /** @enum {string} */
                        type: "Domain" | "Team" | "Domain Team" | "Enabling Team" | "Platform Team" | "Governance Group" | "Organizational Unit";
                    } & {
                        [key: string]: unknown;
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_mismatch`: It has changed since you last saw it */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 *
                 *     `team_cycle`: A team cannot be its own ancestor
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a team
         * @description It may own nothing, have no team below it, and be named in no policy.
         *
         *     *Example:* The sale is over, and its team is gone.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example spring-sale */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a team uses, or what it has given to others
         * @description As `owner` its resources come one after the other.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @example owner */
                    as?: "consumer" | "owner";
                    /** @example 1 */
                    limit?: number;
                    /** @description `live`: granted or suspended, what ends first first. `waiting`: the longest first. `all`: the newest first. */
                    show?: "live" | "waiting" | "all";
                };
                header?: never;
                path: {
                    /** @example checkout */
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
                        "application/json": components["schemas"]["Agreements"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/teams/{id}/notification-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a team’s notification channels, by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout */
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
                        "application/json": components["schemas"]["NotificationChannel"][];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/teams/{id}/notification-channels/{channelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a notification channel */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example requests */
                    channelId: string;
                    /** @example checkout */
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
                        "application/json": components["schemas"]["NotificationChannel"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `team_not_found`: No such team
                 *
                 *     `channel_not_found`: No such notification channel
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Add a notification channel, or replace it
         * @description Slack: an incoming webhook. Microsoft Teams: the webhook of a workflow. Google Chat: the webhook of a space. Only public addresses are posted to, by https, unless the operator allows others.
         *
         *     *Example:* Bob has checkout told of requests in a chat.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example requests */
                    channelId: string;
                    /** @example checkout */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enabled: boolean;
                        /** @description The address of the webhook, or `mailto:` with an address. Of a webhook only where it leads is given back; sent like that, it means the one that is stored. */
                        endpoint: string;
                        id?: string;
                        /**
                         * @default en
                         * @enum {string}
                         */
                        language?: "en" | "de";
                        name: string;
                        purposes?: ("requests" | "access" | "provisioning")[] | null;
                        /** @enum {string} */
                        type: "slack" | "teams" | "googlechat" | "mail";
                    };
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `secret_key_missing`: COUNTERSIGN_SECRET_KEY is not set, so no secret can be kept
                 *
                 *     `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a notification channel
         * @description *Example:* Bob takes it away again.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example requests */
                    channelId: string;
                    /** @example checkout */
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `key_not_found`: The API key was not found or not the expected value.
                 *
                 *     `read_only`: This key reads and changes nothing
                 *
                 *     `auditor_reads_only`: An auditor reads everything and changes nothing
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `team_not_found`: No such team
                 *
                 *     `channel_not_found`: No such notification channel
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/owned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Data products and applications of a team
         * @description The products first, each the oldest first. Its resources are in `/api/catalog`.
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @example analytics */
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
                        "application/json": components["schemas"]["Owned"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/teams/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in a team
         * @description Also whoever a team above lends a say here, and what the caller may change. The members of the document are in `GET /api/teams/{id}`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example checkout */
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
                        "application/json": components["schemas"]["TeamRoster"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `team_not_found`: No such team */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/api/terms/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the terms under which a request was filed
         * @description They never change: other words have another hash. Name and version are the contract’s of now.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @example 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b */
                    hash: string;
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
                        "application/json": components["schemas"]["ContractTerms"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `sign_in_required`: Sign in first */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key_not_found`: The API key was not found or not the expected value. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `contract_terms_not_found`: No such terms of a contract */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/gateway/nginx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * May this call pass, as nginx asks (auth_request)
         * @description What is called stands in `X-Original-Method` and `X-Original-URI`; the API is found by its base path, or named in `X-Countersign-Resource`; `X-Countersign-Action` names a scope that is needed. The client is known by the Bearer token of the call, or by a header that a trusted proxy has set. deploy/nginx has a whole configuration.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It may pass; headers say more about it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The call does not say who calls. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description It may not pass, for the reason in `X-Countersign-Reason`. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process alive */
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
                        "application/json": {
                            status: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measurements for Prometheus */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the text format of Prometheus. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a key for Rover files for a token
         * @description Client credentials of OAuth 2: the id of an API key of the scope `rover`, and the key. The token works at /rover/api, for a quarter of an hour.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description As a form. The client stands in it, or in Basic credentials. */
            requestBody: {
                content: {
                    "application/x-www-form-urlencoded": {
                        client_id?: string;
                        client_secret?: string;
                        /** @description `client_credentials`. */
                        grant_type: string;
                        /** @description Read by nobody: a token has one scope. */
                        scope?: string;
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
                        "application/json": components["schemas"]["RoverAccessToken"];
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenRefusal"];
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenRefusal"];
                    };
                };
                /** @description `foreign_origin`: A write from another site is refused */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** May the process be sent work */
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
                        "application/json": {
                            status: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description `malformed_address`: The address cannot be read */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        } & {
                            [key: string]: unknown;
                        };
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
    "/rover/api/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents of the team */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    /**
                     * @description What it is, in the plural.
                     * @example rovers
                     */
                    kind: "rovers" | "apispecifications" | "eventspecifications" | "apiroadmaps" | "apichangelogs" | "mcpspecifications" | "agentspecifications";
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
                        "application/json": components["schemas"]["RoverResources"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rover/api/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a document of a team */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description `group--team--name`, of the team of the token.
                     * @example teams--checkout--order-service
                     */
                    id: string;
                    /**
                     * @description What it is, in the plural.
                     * @example rovers
                     */
                    kind: "rovers" | "apispecifications" | "eventspecifications" | "apiroadmaps" | "apichangelogs" | "mcpspecifications" | "agentspecifications";
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
                        "application/json": components["schemas"]["RoverResource"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_permitted`: Your role does not permit this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `rover_document_not_found`: The team has applied no such document
                 *
                 *     `rover_not_found`: No such Rover file
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Apply a document of a team
         * @description Of a Rover file what stands below `spec`; a specification in `specification`; of everything else what stands below `spec`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description `group--team--name`, of the team of the token.
                     * @example teams--checkout--order-service
                     */
                    id: string;
                    /**
                     * @description What it is, in the plural.
                     * @example rovers
                     */
                    kind: "rovers" | "apispecifications" | "eventspecifications" | "apiroadmaps" | "apichangelogs" | "mcpspecifications" | "agentspecifications";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoverResource"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_body`: The body cannot be read
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `not_permitted`: Your role does not permit this
                 *
                 *     `keys_do_not_decide`: Organization keys do not decide in this installation
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `body_too_large`: The body is larger than allowed */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `idempotency_key_reused`: This Idempotency-Key was used with another request
                 *
                 *     `reference_unknown`: It refers to something that does not exist
                 *
                 *     `in_use`: It is used by something that is still active
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Delete a document of a team
         * @description Of a Rover file: what it subscribes to is given back, what it exposes is exposed no more.
         *
         *     *Example:* The report is needed no more.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description `group--team--name`, of the team of the token.
                     * @example teams--analytics--order-report
                     */
                    id: string;
                    /**
                     * @description What it is, in the plural.
                     * @example rovers
                     */
                    kind: "rovers" | "apispecifications" | "eventspecifications" | "apiroadmaps" | "apichangelogs" | "mcpspecifications" | "agentspecifications";
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
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `not_permitted`: Your role does not permit this
                 *
                 *     `not_an_owner`: Only an owner of the team may do this
                 *
                 *     `foreign_origin`: A write from another site is refused
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `rover_document_not_found`: The team has applied no such document
                 *
                 *     `rover_not_found`: No such Rover file
                 *
                 *     `specification_not_found`: No such description of an API or event type
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `decided_meanwhile`: Others were faster */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key was used with another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `disk_full`: The disk is nearly full; nothing was changed
                 *
                 *     `database_unavailable`: The database cannot be reached; nothing was changed
                 */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rover/api/{kind}/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a document stands
         * @description `blocked` while anything in it waits for somebody or for a counterpart, or was refused.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /**
                     * @description `group--team--name`, of the team of the token.
                     * @example teams--analytics--order-report
                     */
                    id: string;
                    /**
                     * @description What it is, in the plural.
                     * @example rovers
                     */
                    kind: "rovers" | "apispecifications" | "eventspecifications" | "apiroadmaps" | "apichangelogs" | "mcpspecifications" | "agentspecifications";
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
                        "application/json": components["schemas"]["RoverStatus"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_permitted`: Your role does not permit this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `rover_document_not_found`: The team has applied no such document
                 *
                 *     `rover_not_found`: No such Rover file
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rover/api/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List everything that the team has applied, by kind and name */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended. */
                    cursor?: string;
                    group?: string;
                    limit?: number;
                    team?: string;
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
                        "application/json": components["schemas"]["RoverReferences"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_permitted`: Your role does not permit this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rover/api/rovers/{id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an application has */
        get: {
            parameters: {
                query?: {
                    /** @description `true`: without exposures and subscriptions. */
                    shallowInfo?: "true" | "false";
                };
                header?: never;
                path: {
                    /**
                     * @description `group--team--name`, of the team of the token.
                     * @example teams--analytics--order-report
                     */
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
                        "application/json": components["schemas"]["RoverInfo"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_permitted`: Your role does not permit this */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /**
                 * @description `rover_document_not_found`: The team has applied no such document
                 *
                 *     `rover_not_found`: No such Rover file
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rover/api/rovers/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the applications of the team have */
        get: {
            parameters: {
                query?: {
                    /** @description Where the page before ended. */
                    cursor?: string;
                    limit?: number;
                    /** @description These only; may be repeated. */
                    names?: string[];
                    /**
                     * @description `true`: without exposures and subscriptions.
                     * @example true
                     */
                    shallowInfo?: "true" | "false";
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
                        "application/json": components["schemas"]["RoverInfo"];
                    };
                };
                /**
                 * @description `invalid_field`: A field is not what it has to be
                 *
                 *     `malformed_address`: The address cannot be read
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `token_not_valid`: The token is none, or has ended */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `misdirected_host`: This server does not answer for that host */
                421: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `internal`: Something broke on our side; nothing was changed */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `database_unavailable`: The database cannot be reached; nothing was changed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AboutApplication: {
            actions: {
                delete: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                edit: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            description: string | null;
            id: string;
            name: string;
            /** @description The team. */
            owner: {
                id: string;
                name: string;
            };
            tags: string[];
        };
        AboutDataContract: {
            description: string | null;
            id: string;
            name: string;
            /** @description The team. */
            owner: {
                id: string;
                name: string;
            };
            /** @description In the words of the document. */
            status: string | null;
            tags: string[];
            /** @description Null: it says nothing that could be accepted. */
            terms: {
                billing: string | null;
                limitations: string | null;
                noticePeriod: string | null;
                purpose: string | null;
                usage: string | null;
            } | null;
            version: string | null;
        };
        AboutDataProduct: {
            description: string | null;
            id: string;
            name: string;
            /** @description The team. */
            owner: {
                id: string;
                name: string;
            };
            /** @description In the words of the document. */
            status: string | null;
            tags: string[];
        };
        Access: {
            approval: components["schemas"]["Approval"];
            consumer: {
                applicationId?: string;
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
                status: "requested" | "approved" | "rejected";
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
                status: "provisioning" | "provisioned" | "provisioning-failed" | "deprovisioning" | "deprovisioned" | "deprovisioning-failed";
            } & {
                [key: string]: unknown;
            };
            roles: string[];
            tags: string[];
        } & {
            [key: string]: unknown;
        };
        AccessActivatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessApprovedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessCanceledEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessContext: {
            /** @description What the consumer’s side has already: at this resource, and at others of the same owner. Of a person, what their teams have too. */
            held: {
                access: string;
                consumer: {
                    applicationId?: string;
                    dataProductId?: string;
                    teamId?: string;
                    userId?: string;
                } & {
                    [key: string]: unknown;
                };
                consumerName?: string;
                /** Format: date-time */
                from?: string;
                /** @description It is the resource that this access leads to. */
                isSame: boolean;
                purpose: string;
                resource: {
                    id: string;
                    kind: string;
                    name: string;
                };
                roles: string[];
                state: string;
                /** Format: date-time */
                until?: string;
            }[];
            /** @description What will happen at the target when this is granted. */
            outlook?: {
                /** @enum {string} */
                level?: "read" | "write" | "read-write";
                /** @description Who gets in there, by the name that it has there. */
                principal?: string;
                sentence: string;
                /** @enum {string} */
                status: "bound" | "frozen" | "unbound";
                target?: {
                    connector: string;
                    id: string;
                    name: string;
                };
            };
        };
        AccessCreatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessDeactivatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessDeletedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessDeprovisionedEvent: {
            id: string;
            platform?: string;
            status: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessDeprovisioningFailedEvent: {
            id: string;
            platform?: string;
            status: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessDeprovisioningStartedEvent: {
            id: string;
            platform?: string;
            status: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessEvidence: {
            evidence: {
                /** Format: date-time */
                at: string;
            } & {
                [key: string]: unknown;
            };
            /** @description The same document, signed: a compact JWS with EdDSA whose payload is the JSON text of `evidence`. Null where the installation has no signing key. */
            jws: string | null;
            publicKey: string | null;
        };
        AccessPreview: {
            /** @description Hash of the terms of the contract that the asker has read and accepts. */
            acceptedTerms?: string;
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
            purpose?: string;
            /** @description Id of the resource, such as orders/latest. */
            resource: string;
            roles?: string[];
            tags?: string[];
            until?: unknown;
        } & {
            [key: string]: unknown;
        };
        AccessProvisionedEvent: {
            id: string;
            platform?: string;
            status: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessProvisioning: {
            readonly customProperties?: {
                [key: string]: unknown;
            }[];
            /** Format: date-time */
            deprovisionedAt?: string;
            /** Format: date-time */
            deprovisioningStartedAt?: string;
            diagnostics?: string;
            executor?: string;
            /** Format: date-time */
            failedAt?: string;
            links?: {
                [key: string]: string;
            };
            note?: string;
            platform?: string;
            /** Format: date-time */
            provisionedAt?: string;
            /** Format: date-time */
            provisioningStartedAt?: string;
            reference?: string;
            /** @enum {string} */
            status: "provisioning" | "provisioned" | "provisioning-failed" | "deprovisioning" | "deprovisioned" | "deprovisioning-failed";
        } & {
            [key: string]: unknown;
        };
        AccessProvisioningFailedEvent: {
            id: string;
            platform?: string;
            status: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessProvisioningReportInput: {
            customProperties?: ({
                property?: string;
            } & {
                [key: string]: unknown;
            })[] | null;
            deprovisionedAt?: string | null;
            deprovisioningStartedAt?: string | null;
            diagnostics?: string | null;
            executor?: string | null;
            links?: {
                [key: string]: string;
            } | null;
            note?: string | null;
            platform?: string | null;
            provisionedAt?: string | null;
            provisioningStartedAt?: string | null;
            reference?: string | null;
            /** @enum {string} */
            status: "provisioning" | "provisioned" | "provisioning-failed" | "deprovisioning" | "deprovisioned" | "deprovisioning-failed";
        } & {
            [key: string]: unknown;
        };
        AccessProvisioningStartedEvent: {
            id: string;
            platform?: string;
            status: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What is left out keeps its value. */
        AccessProvisioningStepInput: ({
            customProperties?: ({
                property?: string;
            } & {
                [key: string]: unknown;
            })[] | null;
            diagnostics?: string | null;
            executor?: string | null;
            links?: {
                [key: string]: string;
            } | null;
            note?: string | null;
            platform?: string | null;
            reference?: string | null;
        } & {
            [key: string]: unknown;
        }) | null;
        AccessRejectedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessRenewalInput: ({
            /** @description Hash of the terms of the contract that the asker has read and accepts. */
            acceptedTerms?: string;
            duration?: string;
            purpose?: string;
            roles?: string[];
            /** Format: date-time */
            until?: string;
        } & {
            [key: string]: unknown;
        }) | null;
        AccessReport: {
            accesses: components["schemas"]["Holding"][];
            /** Format: date-time */
            at: string;
            head: {
                hash: string;
                position: number;
            };
        };
        AccessRequestedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        AccessRequestInput: {
            /** @description Hash of the terms of the contract that the asker has read and accepts. */
            acceptedTerms?: string;
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
        AccessUpdatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An access as clients of the Entropy API write it. Fields that the server manages are ignored. */
        AccessWriteInput: {
            /** @description Who gets access: a data product, an application, a team, or a person. Unused members are left out; a product or an application needs no team beside it. */
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
        ActionSearchInput: {
            context?: {
                [key: string]: unknown;
            };
            page?: {
                /** @description 100 unless said; 1000 at most. */
                limit?: number;
                /** @description `next_token` of the page before, with the same question. */
                token?: string;
            } & {
                [key: string]: unknown;
            };
            resource: {
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `api`, `event`, `output-port`, `action`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
            subject: {
                /** @description An id; people also by their e-mail address. */
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `person` (or `user`), `team`, `application`, `data-product`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Actor: {
            email?: string;
            id: string;
            /** @description Of a key: who made it. */
            maker?: components["schemas"]["NamedPerson"];
            name?: string;
            /** @enum {string} */
            type: "person" | "team-key" | "organization-key" | "system";
        } & {
            [key: string]: unknown;
        };
        AdoptionInput: {
            /** @description Who gets access: a data product, an application, a team, or a person. Unused members are left out; a product or an application needs no team beside it. */
            consumer: {
                applicationId?: string | null;
                dataProductId?: string | null;
                teamId?: string | null;
                userId?: string | null;
            } & {
                [key: string]: unknown;
            };
            /** @description As the drift names it. */
            principal: string;
            purpose: string;
            resource: string;
            roles?: string[];
            /** @description An instant, or a day, which counts in full. Absent: as the policy has it. */
            until?: string;
        } & {
            [key: string]: unknown;
        };
        Agreements: {
            items: components["schemas"]["Access"][];
            /** @description Send it as `after` for what follows. */
            next: string | null;
        };
        ApiKey: {
            actions: {
                revoke: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            /** Format: date-time */
            createdAt: string;
            /** @description The person who made it, or made the key that made it. */
            createdBy: string | null;
            displayName: string;
            /** @description The last day on which it works, in UTC. */
            expiresAt: string | null;
            /** @description Within a minute. */
            lastUsedAt: string | null;
            maker?: components["schemas"]["NamedPerson"];
            organizationApiKeyId: string;
            /** @enum {string} */
            scope: "organization" | "organization_read" | "team" | "team_read" | "user" | "user_read" | "rover";
            teamId: string | null;
            /** @description The instant from which it no longer works. */
            until: string | null;
            /** @description Whose key it is, by name. */
            user?: components["schemas"]["NamedPerson"];
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
            /** @description Of the scope `rover`: the same as roverctl takes it, in ROVER_TOKEN. */
            roverToken?: string;
            /** @enum {string} */
            scope: "organization" | "organization_read" | "team" | "team_read" | "user" | "user_read" | "rover";
            teamId: string | null;
            /** @description The instant from which it no longer works. */
            until: string | null;
            /** @description Whose key it is, where it is a person’s. */
            userId: string | null;
        };
        Application: {
            /** @description Free fields; a target looks into them for the name that it has there. */
            custom?: {
                [key: string]: unknown;
            };
            description?: string;
            id: string;
            name: string;
            tags: string[];
            /** @description The id of the team that owns it and asks for it. */
            team: string;
        } & {
            [key: string]: unknown;
        };
        Approval: {
            actions?: {
                [key: string]: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            awaiting?: components["schemas"]["Awaiting"];
            consumer: {
                id: string;
                kind: string;
                name?: string;
            } & {
                [key: string]: unknown;
            };
            /** @description Only where it was asked for. */
            context?: components["schemas"]["AccessContext"];
            /** Format: date-time */
            createdAt: string;
            decisions: components["schemas"]["Decision"][];
            /** Format: date-time */
            deletedAt?: string;
            /** Format: date-time */
            from?: string;
            origin?: string;
            request?: components["schemas"]["Request"];
            resource: {
                id: string;
                kind: string;
                name: string;
            } & {
                [key: string]: unknown;
            };
            /** @enum {string} */
            standing: "None" | "Granted" | "Suspended" | "Expired" | "Revoked";
            /** @enum {string} */
            state: "Pending" | "SemiGranted" | "Granted" | "Rejected" | "Withdrawn" | "Expired" | "Suspended" | "Revoked" | "None";
            /** @enum {string} */
            strategy?: "Auto" | "Simple" | "FourEyes" | "External";
            /** @description How far Countersign’s own target is. */
            target?: {
                alarming: boolean;
                lastError?: string | null;
                lastRun?: string | null;
                lastSuccess?: string | null;
                nextRun?: string | null;
                /** @description Who gets in there, by the name that it has there. */
                principal?: string | null;
                reason?: string | null;
                /** @description Having it brought in line now, at `/api/targets`. */
                retry?: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                status?: string | null;
                target: string;
            } & {
                [key: string]: unknown;
            };
            /** Format: date-time */
            until?: string;
            version: number;
            /** @description What a yes given now would grant, while something is asked. No end: without end. */
            wouldLast?: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                until?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        AuthZenConfiguration: {
            access_evaluation_endpoint: string;
            access_evaluations_endpoint: string;
            policy_decision_point: string;
            search_action_endpoint: string;
            search_resource_endpoint: string;
            search_subject_endpoint: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Who must act next. */
        Awaiting: {
            missing: number;
            people: components["schemas"]["NamedPerson"][];
            /** @enum {string} */
            strategy: "Auto" | "Simple" | "FourEyes" | "External";
            system: string | null;
            undecidable: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What stands in the way, and what has to happen. */
        Blocked: {
            reason: string;
            sentence: string;
        };
        /** @description Without an end date the access ends now. */
        CancellationInput: ({
            comment?: string | null;
            endDate?: string | null;
        } & {
            [key: string]: unknown;
        }) | null;
        Catalog: {
            items: ({
                dataContractId?: string;
                dataContractVersion?: string;
                dataProductId?: string;
                description?: string;
                /** @description Of an output port: `dataproduct/port`; percent-encode the slash in addresses. */
                id: string;
                mine: {
                    /** @description The id of one agreement of each kind, where there is one. */
                    agreements: {
                        live?: string;
                        /** @description The owner refused or ended it, and that still binds. */
                        refused?: string;
                        suspended?: string;
                        waiting?: string;
                    };
                    /** @description The caller or their teams have access, or had until it was suspended. */
                    live: boolean;
                    waiting: boolean;
                };
                name: string;
                /** @description Roles or scopes that may be asked for; empty: any. */
                offers: string[];
                outputPortId?: string;
                /** @description The id of the owner team. */
                owner: string;
                ownerName?: string;
                /** @enum {string} */
                strategy: "Auto" | "Simple" | "FourEyes" | "External";
                tags: string[];
                /** @description Where access becomes real. Absent: other people’s connectors do that, or nobody. */
                target?: {
                    /** @description What the resource is there, in the words of the target’s connector. */
                    binding: {
                        [key: string]: unknown;
                    };
                    followsDocument: boolean;
                    /** @description The target. */
                    id: string;
                } & {
                    [key: string]: unknown;
                };
                /** @description What the documents say about a target and why it does not hold. */
                targetWanted?: {
                    binding?: {
                        [key: string]: unknown;
                    };
                    id?: string;
                    reason: string;
                } & {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                type: "output-port" | "api" | "event" | "action";
                visibility?: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Send it as `after` for what follows. */
            next: number | null;
        };
        CatalogFacets: {
            /** @description False: more fit; the first thousand were counted. */
            complete: boolean;
            counted: number;
            owners: {
                count: number;
                name: string | null;
                value: string;
            }[];
            tags: {
                count: number;
                value: string;
            }[];
            types: {
                count: number;
                /** @enum {string} */
                value: "output-port" | "api" | "event" | "action";
            }[];
        };
        CommentInput: ({
            comment?: string | null;
        } & {
            [key: string]: unknown;
        }) | null;
        Connection: {
            accounts: {
                /** @description False: the provider has stopped vouching for it. */
                confirmed: boolean;
                issuer: string;
                /** @description How the provider names the account. */
                subject: string;
            }[];
        };
        Connector: {
            custom?: {
                [key: string]: unknown;
            };
            id: string;
            info: {
                connectorVersion?: string;
                description?: string;
                type: string;
            } & {
                [key: string]: unknown;
            };
            /** @description Whatever the connector keeps here, given back as it was sent. */
            state?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Consumers: {
            items: {
                consumer: {
                    applicationId?: string;
                    dataProductId?: string;
                    teamId?: string;
                    userId?: string;
                } & {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                kind: "person" | "team" | "data-product" | "application";
                name: string;
                team?: string;
            }[];
            next: number | null;
        };
        ContractTerms: {
            contract: {
                id: string;
                name: string | null;
                version: string | null;
            };
            /** @description Send it as `acceptedTerms` when asking. */
            hash: string;
            /**
             * Format: date-time
             * @description When these words were first published.
             */
            since: string;
            terms: {
                billing: string | null;
                limitations: string | null;
                noticePeriod: string | null;
                purpose: string | null;
                usage: string | null;
            };
        };
        CurrentContractTerms: {
            /** @description Null: there is nothing to accept. */
            current: {
                contract: {
                    id: string;
                    name: string | null;
                    version: string | null;
                };
                /** @description Send it as `acceptedTerms` when asking. */
                hash: string;
                /**
                 * Format: date-time
                 * @description When these words were first published.
                 */
                since: string;
                terms: {
                    billing: string | null;
                    limitations: string | null;
                    noticePeriod: string | null;
                    purpose: string | null;
                    usage: string | null;
                };
            } | null;
        };
        /** @description ODCS 3.x or DCS, as it was published. */
        DataContract: {
            id: string;
        } & {
            [key: string]: unknown;
        };
        DataContractCreatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        DataContractDeletedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        DataContractUpdatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        /** @description ODPS 1.x or DPS 0.0.1, as it was published. */
        DataProduct: {
            id: string;
        } & {
            [key: string]: unknown;
        };
        DataProductCreatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        DataProductDeletedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        DataProductUpdatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        Decided: {
            /** @description One for each item, in their order. */
            outcomes: ({
                /** @constant */
                decided: true;
                id: string;
                state: string;
                version: number;
            } | {
                /** @constant */
                decided: false;
                id: string;
                problem: {
                    code: string;
                    detail: string;
                    status: number;
                    title: string;
                } & {
                    [key: string]: unknown;
                };
            })[];
        };
        Decision: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Actor"];
            channel: string;
            comment?: string;
            /** @description What an external system keeps about it: links, tickets, who decided there. */
            facts?: {
                [key: string]: string;
            };
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
            to: "Pending" | "SemiGranted" | "Granted" | "Rejected" | "Withdrawn" | "Expired";
            /** @enum {string} */
            verdict: "allow" | "deny";
            /**
             * Format: date-time
             * @description Since when this allow does not count any more.
             */
            voidSince?: string;
        } & {
            [key: string]: unknown;
        };
        DecisionMetadataInput: ({
            approver?: string | null;
            comment?: string | null;
            custom?: {
                [key: string]: string;
            } | null;
            links?: {
                [key: string]: string;
            } | null;
            seen?: string | null;
            terms?: ({
                duration?: string;
                roles?: string[];
                /** Format: date-time */
                until?: string;
            } & {
                [key: string]: unknown;
            }) | null;
        } & {
            [key: string]: unknown;
        }) | null;
        DecisionsInput: {
            comment?: string | null;
            items: {
                id: string;
                /** @description Fingerprint of the request as it was shown. */
                seen?: string | null;
                /** @description `approval.version` as it was shown. */
                version?: number | null;
            }[];
            /** @enum {string} */
            verdict: "allow" | "deny";
        };
        Directory: {
            actions: {
                add: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            items: {
                actions: {
                    change: {
                        /** @constant */
                        allowed: true;
                    } | {
                        /** @constant */
                        allowed: false;
                        code: string;
                        reason: string;
                        stepUp?: components["schemas"]["StepUp"];
                    };
                    erase: {
                        /** @constant */
                        allowed: true;
                    } | {
                        /** @constant */
                        allowed: false;
                        code: string;
                        reason: string;
                        stepUp?: components["schemas"]["StepUp"];
                    };
                    invite: {
                        /** @constant */
                        allowed: true;
                    } | {
                        /** @constant */
                        allowed: false;
                        code: string;
                        reason: string;
                        stepUp?: components["schemas"]["StepUp"];
                    };
                    leave: {
                        /** @constant */
                        allowed: true;
                    } | {
                        /** @constant */
                        allowed: false;
                        code: string;
                        reason: string;
                        stepUp?: components["schemas"]["StepUp"];
                    };
                };
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
                role: "Member" | "Owner";
                /** @description Empty: they cannot sign in yet. */
                signsInBy: ("password" | "identity-provider")[];
                teams: {
                    id: string;
                    name: string;
                    role: string;
                }[];
                /** @description The identity provider has stopped vouching for them. */
                unconfirmed: boolean;
                userId: string;
            }[];
            /** @description Send it as `after` for what follows. */
            next: number | null;
        };
        EvaluationDecision: {
            context?: {
                [key: string]: unknown;
            };
            decision: boolean;
        } & {
            [key: string]: unknown;
        };
        EvaluationDecisions: ({
            evaluations: components["schemas"]["EvaluationDecision"][];
        } & {
            [key: string]: unknown;
        }) | components["schemas"]["EvaluationDecision"];
        EvaluationInput: {
            action: {
                /** @description A role or scope, or `access`: to reach it at all, which every grant permits. */
                name: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            context?: {
                [key: string]: unknown;
            };
            resource: {
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `api`, `event`, `output-port`, `action`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
            subject: {
                /** @description An id; people also by their e-mail address. */
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `person` (or `user`), `team`, `application`, `data-product`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        EvaluationsInput: {
            action?: {
                /** @description A role or scope, or `access`: to reach it at all, which every grant permits. */
                name: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            context?: {
                [key: string]: unknown;
            };
            /** @description Questions; each begins with what stands at the top. None: the top is the question. */
            evaluations?: ({
                action?: {
                    /** @description A role or scope, or `access`: to reach it at all, which every grant permits. */
                    name: string;
                    /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                    properties?: {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                };
                context?: {
                    [key: string]: unknown;
                };
                resource?: {
                    id: string;
                    /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /** @description `api`, `event`, `output-port`, `action`. */
                    type: string;
                } & {
                    [key: string]: unknown;
                };
                subject?: {
                    /** @description An id; people also by their e-mail address. */
                    id: string;
                    /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /** @description `person` (or `user`), `team`, `application`, `data-product`. */
                    type: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
            options?: {
                /** @enum {string} */
                evaluations_semantic?: "execute_all" | "deny_on_first_deny" | "permit_on_first_permit";
            } & {
                [key: string]: unknown;
            };
            resource?: {
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `api`, `event`, `output-port`, `action`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
            subject?: {
                /** @description An id; people also by their e-mail address. */
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `person` (or `user`), `team`, `application`, `data-product`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        FeedEvent: {
            data: components["schemas"]["AccessCreatedEvent"] | components["schemas"]["AccessUpdatedEvent"] | components["schemas"]["AccessDeletedEvent"] | components["schemas"]["AccessRequestedEvent"] | components["schemas"]["AccessApprovedEvent"] | components["schemas"]["AccessRejectedEvent"] | components["schemas"]["AccessActivatedEvent"] | components["schemas"]["AccessDeactivatedEvent"] | components["schemas"]["AccessCanceledEvent"] | components["schemas"]["AccessProvisioningStartedEvent"] | components["schemas"]["AccessProvisionedEvent"] | components["schemas"]["AccessProvisioningFailedEvent"] | components["schemas"]["AccessDeprovisioningStartedEvent"] | components["schemas"]["AccessDeprovisionedEvent"] | components["schemas"]["AccessDeprovisioningFailedEvent"] | components["schemas"]["TeamCreatedEvent"] | components["schemas"]["TeamUpdatedEvent"] | components["schemas"]["TeamDeletedEvent"] | components["schemas"]["DataProductCreatedEvent"] | components["schemas"]["DataProductUpdatedEvent"] | components["schemas"]["DataProductDeletedEvent"] | components["schemas"]["OutputPortCreatedEvent"] | components["schemas"]["OutputPortUpdatedEvent"] | components["schemas"]["OutputPortDeletedEvent"] | components["schemas"]["DataContractCreatedEvent"] | components["schemas"]["DataContractUpdatedEvent"] | components["schemas"]["DataContractDeletedEvent"];
            /** @constant */
            datacontenttype: "application/json";
            /** Format: uri */
            dataschema: string;
            /** Format: uuid */
            id: string;
            /** @description `user:<id>`, `api-key:<id>` or `system`. */
            principal: string;
            /** Format: uri */
            source: string;
            /** @constant */
            specversion: "1.0";
            subject: string;
            /** Format: date-time */
            time: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        FoundActions: {
            page: {
                count: number;
                /** @description Empty on the last page. */
                next_token: string;
                total: number;
            } & {
                [key: string]: unknown;
            };
            results: ({
                name: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        FoundEntities: {
            page: {
                count: number;
                /** @description Empty on the last page. */
                next_token: string;
                total: number;
            } & {
                [key: string]: unknown;
            };
            results: ({
                id: string;
                type: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        GoOn: {
            /** @description Send the browser there. */
            url: string;
        };
        /** @description What a group gives: a role in a team, or in the installation. */
        GroupRule: {
            group: string;
            /** @enum {string} */
            installation?: "administrator" | "auditor";
            /** @description In the team; absent: Member. */
            role?: string;
            team?: string;
        };
        /** @description What a group gives: a role in a team, or in the installation. */
        GroupRuleInput: {
            group: string;
            /** @enum {string} */
            installation?: "administrator" | "auditor";
            /** @description In the team; absent: Member. */
            role?: string;
            team?: string;
        };
        Holding: {
            access: string;
            allowedBy: ({
                /** Format: date-time */
                at: string;
                channel: string;
                id: string;
                name?: string;
                type: string;
            } & {
                [key: string]: unknown;
            })[];
            consumer: {
                id: string;
                kind: string;
                name?: string;
                team: string | null;
            } & {
                [key: string]: unknown;
            };
            entry: {
                hash: string;
                id: string;
                position: number;
            };
            /** Format: date-time */
            from: string;
            purpose: string | null;
            resource: string;
            roles: string[];
            until: string | null;
        };
        IdentityProvider: {
            actions: {
                change: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            admit: string[] | null;
            /** @description From the environment; null where no provider is set up. */
            configured: {
                /** @description The redirect address that the provider has to know. */
                callback: string;
                clientId: string;
                groupsClaim: string;
                issuer: string;
                name: string;
                scopes: string;
            } | null;
            /** @description How long after the provider has stopped vouching for somebody they have left; `none`: at once. Their sessions end and their keys rest from the first moment. */
            goneAfter: string;
            groups: components["schemas"]["GroupRule"][];
            /** @description How many come in by the provider. */
            people: number;
            /** @description For how many of them it has stopped vouching. */
            unconfirmed: number;
            /** @description Groups that people have and no rule knows. They give nothing. */
            unknownGroups: {
                group: string;
                people: number;
            }[];
        };
        ImportReport: {
            imported: number;
            lines: ({
                code?: string;
                detail?: string;
                field?: string;
                id?: string;
                /** @description Place in the list that was sent, from 0. */
                line: number;
                /** @enum {string} */
                result: "imported" | "unchanged" | "refused";
            } & {
                [key: string]: unknown;
            })[];
            refused: number;
            unchanged: number;
        } & {
            [key: string]: unknown;
        };
        Inbox: {
            items: components["schemas"]["Access"][];
            next: string | null;
        };
        Insights: {
            approvers: {
                allows: number;
                by: {
                    email?: string;
                    name?: string;
                    person: string;
                } & {
                    [key: string]: unknown;
                };
                denies: number;
            }[];
            /** @description What ends within ninety days. */
            ending: {
                /** @description False: there are more than were counted. */
                complete: boolean;
                first: components["schemas"]["Access"][];
                /** @description By days, each without those in the ranges before it. */
                ranges: {
                    count: number;
                    upToDays: number | null;
                }[];
                total: number;
            };
            overall: {
                decided: number;
                medianSeconds: number | null;
                p90Seconds: number | null;
            };
            team: string | null;
            /** @description What waits now, by age, and what waits longest. */
            waiting: {
                /** @description False: there are more than were counted. */
                complete: boolean;
                longest: components["schemas"]["Access"][];
                /** @description By days, each without those in the ranges before it. */
                ranges: {
                    count: number;
                    upToDays: number | null;
                }[];
                total: number;
            };
            /** @description Weeks begin on Monday, UTC. Time from asking to the decision that ended it, by people; right to within a tenth. */
            weeks: {
                /** @description How many people decided, one way or the other. */
                decided: number;
                medianSeconds: number | null;
                outcomes: {
                    "at-once": number;
                    direct: number;
                    expired: number;
                    granted: number;
                    rejected: number;
                    withdrawn: number;
                };
                p90Seconds: number | null;
                /** Format: date */
                week: string;
            }[];
        };
        Invitation: {
            /** Format: date-time */
            expiresAt: string;
            url: string;
        };
        Lack: {
            code: string;
            /** @description What to run at the target. */
            mend?: string;
            sentence: string;
        } & {
            [key: string]: unknown;
        };
        Lineage: {
            dataProductId: string;
            downstream: ({
                accessId: string;
                consumer: string;
                dataContractId?: string;
                distance: number;
                outputPortId: string;
                provider: string;
                suspended: boolean;
            } & {
                [key: string]: unknown;
            })[];
            inputPorts: ({
                dataProductId?: string;
                id: string;
                /** @enum {string} */
                origin: "access" | "document";
            } & {
                [key: string]: unknown;
            })[];
            products: ({
                distance: number;
                id: string;
                name: string;
                teamId: string;
            } & {
                [key: string]: unknown;
            })[];
            truncated: boolean;
            upstream: ({
                accessId: string;
                consumer: string;
                dataContractId?: string;
                distance: number;
                outputPortId: string;
                provider: string;
                suspended: boolean;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        LogEntry: {
            /** @description Of an entry about an access: where it leads, and for whom it is. */
            access?: {
                consumer: {
                    id: string;
                    kind: string;
                    name?: string;
                } & {
                    [key: string]: unknown;
                };
                resource: string;
                version: number;
            } & {
                [key: string]: unknown;
            };
            actor: {
                email?: string;
                id: string;
                name?: string;
                type: string;
            } & {
                [key: string]: unknown;
            };
            /** Format: date-time */
            at: string;
            channel: string;
            hash: string | null;
            /** Format: uuid */
            id: string;
            /** @description Of an entry about a person: who that is. */
            person?: {
                email: string;
                name?: string;
            } & {
                [key: string]: unknown;
            };
            /** @description Null while the entry is not sealed: for milliseconds. */
            position: number | null;
            subject: string;
            texts: {
                [key: string]: string | null;
            };
            type: string;
        } & {
            [key: string]: unknown;
        };
        LogExport: {
            entries: components["schemas"]["LogEntry"][];
            /** @description Where the log ended when the export began. */
            head: {
                hash: string;
                position: number;
            };
            /** @description Whether there may be older ones that fit. */
            more: boolean;
        };
        LogHead: {
            hash: string;
            position: number;
            signed: {
                /** Format: date-time */
                at: string;
                hash: string;
                position: number;
                publicKey: string;
                signature: string;
            } | null;
        };
        Me: {
            actions: {
                /** @description A key of their own that also writes. */
                makeKey: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                makeOrganizationKey: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                /** @description All of it. */
                readLog: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                readTargets: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            administrator: boolean;
            auditor: boolean;
            emailAddress: string | null;
            /** @description Whether they can sign in with a password. */
            hasAccount: boolean;
            id: string;
            name: string | null;
            readOnly: boolean;
            sessionId: string | null;
            /** @description How this session began; null for a key. */
            signedIn: {
                /** @description How, in the words of the identity provider. */
                acr: string | null;
                /** @description When they last proved who they are; null where nobody says. */
                at: string | null;
            } | null;
            /** @description Teams that name the person, or the team whose key it is. Roles hold below, too. */
            teams: {
                id: string;
                name: string;
                role: string;
            }[];
            /** @enum {string} */
            type: "person" | "team-key" | "organization-key";
        };
        Mesh: {
            edges: ({
                accessId?: string;
                agreements: number;
                consumer: {
                    id: string;
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                outputPortId?: string;
                provider: {
                    id: string;
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                suspended: number;
                /** @description Asked for, while nothing is granted. */
                waiting: number;
            } & {
                [key: string]: unknown;
            })[];
            nodes: ({
                id: string;
                kind: string;
                name?: string;
                /** @description Of a team: the one above it. */
                parent?: string;
                /** @description Of a team: how many it owns. */
                products?: number;
                /** @description To which it belongs. */
                team?: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description There is more than is shown. */
            truncated: boolean;
        } & {
            [key: string]: unknown;
        };
        NamedPerson: {
            email?: string;
            name?: string;
            person: string;
        } & {
            [key: string]: unknown;
        };
        Notice: {
            /** @description The agreement that it is about. */
            access: string;
            /** Format: date-time */
            at: string;
            button: string;
            /** @enum {string} */
            event: "request.filed" | "request.semi_granted" | "request.granted" | "request.rejected" | "request.withdrawn" | "request.expired" | "request.allow_void" | "request.waiting" | "request.last_call" | "access.activated" | "access.deactivated" | "access.suspended" | "access.resumed" | "access.revoked" | "access.shortened" | "access.expiring" | "access.expired" | "provisioning.failed" | "provisioning.deprovisioning_failed";
            id: string;
            lines: {
                label: string;
                text: string;
            }[];
            readAt: string | null;
            /**
             * @description Why the caller is told: they can decide, they or their team asked, nobody below acted, they own it.
             * @enum {string}
             */
            side: "deciders" | "requesters" | "above" | "owners";
            title: string;
            /** @description The page of the agreement. */
            url: string;
        };
        NoticeDelivery: {
            access: string;
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            error: string | null;
            event: string;
            id: string;
            nextRun: string | null;
            /** @enum {string} */
            state: "waiting" | "dead";
            /** @description `person:<id>`, or `team:<id>`. */
            to: string;
            /** @description `mail`, or `channel:<id>` of the team. */
            way: string;
        };
        Notices: {
            items: components["schemas"]["Notice"][];
            /** @description Send it as `upTo` to mark what was shown and all before it. */
            latest: number;
            /** @description Send it as `before` for what is older. */
            next: number | null;
            /** @description Counted up to 100. */
            unread: number;
        };
        NoticeSetting: {
            /** @description When the daily mail comes, in the organization’s time zone. */
            dailyAt: string;
            /** @description Whether mail goes out at all. */
            hasMail: boolean;
            /**
             * @description Of mail; pages speak the language of the browser.
             * @enum {string}
             */
            language: "en" | "de";
            /** @enum {string} */
            mail: "at-once" | "daily" | "off";
            /** @description No mail between these; what comes meanwhile goes in one mail afterwards. */
            quiet: {
                from: string;
                until: string;
            } | null;
        };
        NotificationChannel: {
            enabled: boolean;
            /** @description The address of the webhook, or `mailto:` with an address. Of a webhook only where it leads is given back; sent like that, it means the one that is stored. */
            endpoint: string;
            failing?: {
                error: string;
                /** Format: date-time */
                since: string;
            };
            id: string;
            /** @enum {string} */
            language: "en" | "de";
            /** Format: date-time */
            lastSuccess?: string;
            name: string;
            /** @description Absent: everything. */
            purposes?: ("requests" | "access" | "provisioning")[];
            /** @enum {string} */
            type: "slack" | "teams" | "googlechat" | "mail";
        };
        OrganizationFeatures: {
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
            role: "Member" | "Owner";
            userId: string;
        };
        OrganizationSettings: {
            actions: {
                change: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            apiCategories: {
                active: boolean;
                groupPrefix: boolean;
                label: string;
                teamCategories: string[];
                teams: string[];
            }[];
            /** @description By kind of resource: a duration, or `none`. */
            defaultDurations: {
                action: string;
                api: string;
                event: string;
                "output-port": string;
            } & {
                [key: string]: unknown;
            };
            /** @enum {string} */
            defaultStrategy: "Auto" | "Simple" | "FourEyes";
            fullName: string;
            host: string;
            logoUrl: string;
            organizationKeysDecide: boolean;
            supportEmailAddress?: string;
            timeZone: string;
            vanityUrl: string;
            zones: {
                name: string;
                /** @enum {string} */
                visibility: "World" | "Enterprise";
            }[];
        } & {
            [key: string]: unknown;
        };
        OutputPortCreatedEvent: {
            id: string;
            outputPortId: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        OutputPortDeletedEvent: {
            id: string;
            outputPortId: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        OutputPortUpdatedEvent: {
            id: string;
            outputPortId: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        Owned: {
            items: {
                id: string;
                /** @enum {string} */
                kind: "data-product" | "application";
                name: string;
            }[];
            /** @description Send it as `after` for what follows. */
            next: number | null;
        };
        Policy: {
            /** @description What the caller may do: `change` it, and where something is proposed `confirm` or `withdraw` that. */
            actions: {
                [key: string]: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            approvers: ({
                /** @description By e-mail address. */
                people?: string[];
                teams?: string[];
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description Such as 8h, 90d, 2w or PT8H. */
            deadline: string;
            /** @description A duration, or `none`. */
            defaultDuration: string;
            durations: string[] | null;
            endSessions: boolean;
            external: ({
                key: string;
                name: string;
                url?: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
            fallback: ({
                /** @description By e-mail address. */
                people?: string[];
                teams?: string[];
            } & {
                [key: string]: unknown;
            }) | null;
            followsDocument: boolean;
            inBrowser: boolean;
            maximumDuration: string | null;
            /** @enum {string} */
            ownTeam: "auto" | "ask";
            /** @description A loosening that waits for a second owner. */
            proposal: ({
                /** Format: date-time */
                at: string;
                by: ({
                    email?: string;
                    id: string;
                    name?: string;
                    team?: string;
                    type: string;
                } & {
                    [key: string]: unknown;
                }) | null;
                loosens: string[];
                policy: {
                    approvers: ({
                        /** @description By e-mail address. */
                        people?: string[];
                        teams?: string[];
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Such as 8h, 90d, 2w or PT8H. */
                    deadline: string;
                    /** @description A duration, or `none`. */
                    defaultDuration: string;
                    durations: string[] | null;
                    endSessions: boolean;
                    external: ({
                        key: string;
                        name: string;
                        url?: string | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    fallback: ({
                        /** @description By e-mail address. */
                        people?: string[];
                        teams?: string[];
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    followsDocument: boolean;
                    inBrowser: boolean;
                    maximumDuration: string | null;
                    /** @enum {string} */
                    ownTeam: "auto" | "ask";
                    purposeByPerson: boolean;
                    /** @description How whoever decides has to have signed in: one of these `acr`, this long ago at most. */
                    signIn: ({
                        acr?: string[] | null;
                        maxAge?: string | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @enum {string} */
                    strategy: "Auto" | "Simple" | "FourEyes" | "External";
                    /** @description Teams whose requests are granted at once. */
                    trusted: string[];
                } & {
                    [key: string]: unknown;
                };
                /** @description The policy as it would be, in plain words. */
                sentences: string[];
            } & {
                [key: string]: unknown;
            }) | null;
            purposeByPerson: boolean;
            resource: string;
            /** @description The policy in plain words. */
            sentences: string[];
            /** @description How whoever decides has to have signed in: one of these `acr`, this long ago at most. */
            signIn: ({
                acr?: string[] | null;
                maxAge?: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @enum {string} */
            strategy: "Auto" | "Simple" | "FourEyes" | "External";
            strategySetBy: ({
                email?: string;
                id: string;
                name?: string;
                team?: string;
                type: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description Teams whose requests are granted at once. */
            trusted: string[];
            trustedSetBy: {
                [key: string]: ({
                    email?: string;
                    id: string;
                    name?: string;
                    team?: string;
                    type: string;
                } & {
                    [key: string]: unknown;
                }) | null;
            };
            version: number;
            /** @description Said where nobody, or too few, could decide. */
            warning: string | null;
            whoWouldDecide: {
                needed: number;
                people: ({
                    email?: string;
                    name?: string;
                    person: string;
                } & {
                    [key: string]: unknown;
                })[];
                system: string | null;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        PolicyPreview: {
            loosens: string[];
            /**
             * @description `proposed`: it loosens a FourEyes policy and would wait for a second owner.
             * @enum {string}
             */
            outcome: "unchanged" | "changed" | "proposed";
            /** @description The policy in plain words. */
            sentences: string[];
            /** @enum {string} */
            strategy: "Auto" | "Simple" | "FourEyes" | "External";
            /** @description Of the policy that it was held against. */
            version: number;
            waiting: {
                /** @description More wait than were looked at. */
                more: boolean;
                /** @description Requests that wait, the longest waiting first. */
                requests: {
                    access: string;
                    /** @description Who would have to act next. */
                    awaiting?: components["schemas"]["Awaiting"];
                    consumer: {
                        applicationId?: string;
                        dataProductId?: string;
                        teamId?: string;
                        userId?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /**
                     * @description `granted`: at once, by the system. `undecidable`: fewer may decide it than have to. `allow-void`: a first yes would count no more. `others-decide`: other people, or more or fewer of them.
                     * @enum {string}
                     */
                    effect: "granted" | "undecidable" | "allow-void" | "others-decide" | "none";
                }[];
            };
            /** @description Said where nobody, or too few, could decide. */
            warning: string | null;
            whoWouldDecide: {
                needed: number;
                people: ({
                    email?: string;
                    name?: string;
                    person: string;
                } & {
                    [key: string]: unknown;
                })[];
                system: string | null;
            } & {
                [key: string]: unknown;
            };
        };
        Preview: {
            awaiting?: components["schemas"]["Awaiting"];
            /**
             * @description Why it would be granted at once.
             * @enum {string}
             */
            because?: "strategy" | "own-team" | "trusted-team";
            /**
             * @description Why a person decides although nobody would have to.
             * @enum {string}
             */
            becauseOf?: "refused-before" | "set-by-consumer-side";
            /**
             * Format: date-time
             * @description Until when it would wait.
             */
            deadline?: string;
            /** Format: date-time */
            from?: string;
            /** @enum {string} */
            nature?: "first" | "change" | "renewal";
            /**
             * @description `granted`: at once. `waits`: for those under `awaiting`. `undecidable`: it could be asked for, and fewer may decide than have to. `unchanged`: the same is asked or granted already.
             * @enum {string}
             */
            outcome: "granted" | "waits" | "undecidable" | "unchanged" | "refused";
            problem?: {
                code: string;
                detail: string;
                field?: string;
                fix?: string;
                title: string;
            };
            sentence: string;
            /** @enum {string} */
            strategy?: "Auto" | "Simple" | "FourEyes" | "External";
            /**
             * Format: date-time
             * @description The end that a yes given now would grant.
             */
            until?: string;
        };
        /** @description RFC 9457. `code` is stable and listed in docs/reference/problems.md. */
        Problem: {
            /** @enum {string} */
            code: "malformed_address" | "malformed_body" | "invalid_field" | "body_too_large" | "idempotency_key_reused" | "version_mismatch" | "misdirected_host" | "too_many_attempts" | "key_not_found" | "check_key_needed" | "client_unknown" | "token_not_valid" | "sign_in_required" | "wrong_credentials" | "sign_in_refused" | "sign_in_stale" | "email_unverified" | "email_claimed" | "account_of_another" | "not_admitted" | "step_up_not_given" | "unconfirmed" | "provider_missing" | "link_spent" | "foreign_origin" | "read_only" | "auditor_reads_only" | "not_permitted" | "not_your_side" | "demo_closed" | "disabled" | "access_not_found" | "resource_not_found" | "team_not_found" | "person_not_found" | "dataproduct_not_found" | "datacontract_not_found" | "application_not_found" | "rover_not_found" | "specification_not_found" | "connector_not_found" | "channel_not_found" | "target_not_found" | "rover_document_not_found" | "key_unknown" | "session_not_found" | "drift_not_found" | "provisioning_not_found" | "contract_terms_not_found" | "page_not_found" | "purpose_missing" | "purpose_generated" | "role_unknown" | "period_empty" | "period_past" | "period_too_long" | "duration_not_offered" | "consumer_unknown" | "provider_unknown" | "reference_unknown" | "principal_differs" | "access_identity" | "request_open" | "nothing_to_renew" | "contract_terms_changed" | "nothing_changed" | "own_request" | "not_an_approver" | "people_only" | "external_only" | "names_the_asker" | "keys_do_not_decide" | "in_the_browser" | "session_demanded" | "step_up_needed" | "terms_wider" | "changed_meanwhile" | "request_closed" | "request_expired" | "no_request" | "agreed_already" | "no_allow_of_yours" | "wrong_state" | "not_a_party" | "not_the_owner_side" | "decided_meanwhile" | "not_an_owner" | "second_owner_needed" | "policy_invalid" | "team_cycle" | "in_use" | "last_administrator" | "too_many_keys" | "secret_shown_once" | "email_taken" | "secret_key_missing" | "frozen" | "provider_unavailable" | "database_unavailable" | "check_uncertain" | "disk_full" | "not_offered" | "internal";
            detail: string;
            /** @description What to do about it. */
            fix?: string;
            instance: string;
            status: number;
            title: string;
            /** @constant */
            type: "about:blank";
            violations?: {
                field: string;
                message: string;
            }[];
        };
        /** @description Kept until a second owner sends the same. */
        ProposedPolicy: {
            detail: string;
            loosens: string[];
            proposal: {
                /** Format: date-time */
                at: string;
                by: ({
                    email?: string;
                    id: string;
                    name?: string;
                    team?: string;
                    type: string;
                } & {
                    [key: string]: unknown;
                }) | null;
                loosens: string[];
                policy: {
                    approvers: ({
                        /** @description By e-mail address. */
                        people?: string[];
                        teams?: string[];
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Such as 8h, 90d, 2w or PT8H. */
                    deadline: string;
                    /** @description A duration, or `none`. */
                    defaultDuration: string;
                    durations: string[] | null;
                    endSessions: boolean;
                    external: ({
                        key: string;
                        name: string;
                        url?: string | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    fallback: ({
                        /** @description By e-mail address. */
                        people?: string[];
                        teams?: string[];
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    followsDocument: boolean;
                    inBrowser: boolean;
                    maximumDuration: string | null;
                    /** @enum {string} */
                    ownTeam: "auto" | "ask";
                    purposeByPerson: boolean;
                    /** @description How whoever decides has to have signed in: one of these `acr`, this long ago at most. */
                    signIn: ({
                        acr?: string[] | null;
                        maxAge?: string | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @enum {string} */
                    strategy: "Auto" | "Simple" | "FourEyes" | "External";
                    /** @description Teams whose requests are granted at once. */
                    trusted: string[];
                } & {
                    [key: string]: unknown;
                };
                /** @description The policy as it would be, in plain words. */
                sentences: string[];
            } & {
                [key: string]: unknown;
            };
            /** @constant */
            status: "proposed";
        } & {
            [key: string]: unknown;
        };
        Request: {
            /** Format: date-time */
            askedAt: string;
            asker?: components["schemas"]["Actor"];
            /** @enum {string} */
            becauseOf?: "refused-before" | "set-by-consumer-side";
            /** Format: date-time */
            closedAt?: string;
            /** @description The terms of the contract when it was filed; read them at /api/terms. */
            contractTerms?: {
                accepted: boolean;
                hash: string;
            };
            /** Format: date-time */
            deadline: string;
            duration?: string;
            /** @description Send it back as `seen` with a decision. */
            fingerprint: string;
            /** Format: date-time */
            from?: string;
            id: string;
            /** @enum {string} */
            nature: "first" | "change" | "renewal";
            number: number;
            purpose: string;
            roles: string[];
            /** @enum {string} */
            state: "Pending" | "SemiGranted" | "Granted" | "Rejected" | "Withdrawn" | "Expired";
            /** Format: date-time */
            until?: string;
        } & {
            [key: string]: unknown;
        };
        Resource: {
            dataContractId?: string;
            dataContractVersion?: string;
            dataProductId?: string;
            description?: string;
            /** @description Of an output port: `dataproduct/port`; percent-encode the slash in addresses. */
            id: string;
            name: string;
            /** @description Roles or scopes that may be asked for; empty: any. */
            offers: string[];
            outputPortId?: string;
            /** @description The id of the owner team. */
            owner: string;
            /** @enum {string} */
            strategy: "Auto" | "Simple" | "FourEyes" | "External";
            tags: string[];
            /** @description Where access becomes real. Absent: other people’s connectors do that, or nobody. */
            target?: {
                /** @description What the resource is there, in the words of the target’s connector. */
                binding: {
                    [key: string]: unknown;
                };
                followsDocument: boolean;
                /** @description The target. */
                id: string;
            } & {
                [key: string]: unknown;
            };
            /** @description What the documents say about a target and why it does not hold. */
            targetWanted?: {
                binding?: {
                    [key: string]: unknown;
                };
                id?: string;
                reason: string;
            } & {
                [key: string]: unknown;
            };
            /** @enum {string} */
            type: "output-port" | "api" | "event" | "action";
            visibility?: string;
        } & {
            [key: string]: unknown;
        };
        ResourceSearchInput: {
            action: {
                /** @description A role or scope, or `access`: to reach it at all, which every grant permits. */
                name: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            context?: {
                [key: string]: unknown;
            };
            page?: {
                /** @description 100 unless said; 1000 at most. */
                limit?: number;
                /** @description `next_token` of the page before, with the same question. */
                token?: string;
            } & {
                [key: string]: unknown;
            };
            resource: {
                id?: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `api`, `event`, `output-port`, `action`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
            subject: {
                /** @description An id; people also by their e-mail address. */
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `person` (or `user`), `team`, `application`, `data-product`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Rover: {
            /** @enum {string} */
            change: "created" | "changed" | "unchanged" | "deleted";
            exposures: components["schemas"]["RoverExposure"][];
            id: string;
            name: string;
            /**
             * @description `complete`: everything counts and is granted. `waiting`: something waits for somebody, or for a counterpart. `denied`: something was refused, is suspended, or has ended.
             * @enum {string}
             */
            state: "complete" | "waiting" | "denied";
            subscriptions: components["schemas"]["RoverSubscription"][];
            team: string;
        };
        RoverAccess: {
            id: string;
            request?: {
                /** @enum {string} */
                nature: "first" | "change" | "renewal";
                purpose: string;
                purposeGenerated: boolean;
                scopes: string[];
                state: string;
                /** @enum {string} */
                strategy: "Auto" | "Simple" | "FourEyes" | "External";
            };
            scopes: string[];
            /** @enum {string} */
            standing: "None" | "Granted" | "Suspended" | "Expired" | "Revoked";
            /** @description Pending, SemiGranted, Granted, Rejected, Suspended, Expired, Withdrawn, Revoked. */
            state: string;
            /** Format: date-time */
            until?: string;
            version: number;
        };
        RoverAccessToken: {
            access_token: string;
            /** @description Seconds. */
            expires_in: number;
            /** @constant */
            token_type: "Bearer";
        };
        RoverApplication: {
            errors: components["schemas"]["RoverProblem"][];
            exposures: {
                [key: string]: unknown;
            }[];
            infos: components["schemas"]["RoverProblem"][];
            /** @description The name by which a gateway knows it, `group--team--name`. */
            irisClientId: string;
            irisClientSecret: string;
            irisIssuerUrl: string;
            irisTokenEndpointUrl: string;
            name: string;
            /** @enum {string} */
            status: "blocked" | "complete";
            /** @description As the file says, and `approval` beside it. */
            subscriptions: {
                [key: string]: unknown;
            }[];
            variables: {
                [key: string]: unknown;
            }[];
            /** @description What stands in the way, one entry for each exposure and subscription. */
            warnings: components["schemas"]["RoverProblem"][];
            zone: string;
        };
        RoverExposure: {
            blocked?: components["schemas"]["Blocked"];
            /** @enum {string} */
            change: "created" | "changed" | "unchanged" | "blocked" | "removed";
            /** @description How many subscriptions are looked at again because of it. */
            lookedAtAgain: number;
            /** @description The base path, or the event type. */
            name: string;
            /**
             * @description `proposed`: it loosens a FourEyes policy, so another owner has to apply the same.
             * @enum {string}
             */
            policy?: "set" | "unchanged" | "proposed";
            /** @description What access is asked for; absent while it does not count. */
            resource?: string;
            /** @enum {string} */
            strategy?: "Auto" | "Simple" | "FourEyes" | "External";
            /** @enum {string} */
            type: "api" | "event" | "ai";
        };
        /** @description The document of the file, as JSON, with placeholders filled in. */
        RoverFileInput: {
            [key: string]: unknown;
        };
        RoverInfo: {
            applications: components["schemas"]["RoverApplication"][];
            environment: string;
            hub: string;
            team: string;
        };
        RoverProblem: {
            /** @enum {string} */
            cause: "PreconditionNotMet" | "ApprovalPending" | "AccessDenied" | "ValidationFailed" | "Blocked";
            /** @description Who has to act. */
            details?: string;
            message: string;
            resource: {
                apiVersion: string;
                kind: string;
                name: string;
                namespace: string;
            };
        };
        RoverReferences: {
            _links: {
                /** @description Empty on the last page. */
                next: string;
                self: string;
            };
            items: {
                apiVersion: string;
                kind: string;
                name: string;
                namespace: string;
            }[];
            /** @description The same for roverctl, which looks for a cursor here. */
            links: {
                /** @description Empty on the last page. */
                next: string;
                self: string;
            };
        };
        RoverRenewed: {
            renewed: {
                access: string;
                asked: boolean;
                name: string;
                problem?: {
                    code: string;
                    detail: string;
                    title: string;
                };
            }[];
            rover: components["schemas"]["Rover"];
        };
        /** @description The document as it was applied, and beside it what it is called. */
        RoverResource: {
            id: string;
            name: string;
            status?: components["schemas"]["RoverStatus"];
        } & {
            [key: string]: unknown;
        };
        RoverResources: {
            _links: {
                /** @description Empty on the last page. */
                next: string;
                self: string;
            };
            items: components["schemas"]["RoverResource"][];
            /** @description The same for roverctl, which looks for a cursor here. */
            links: {
                /** @description Empty on the last page. */
                next: string;
                self: string;
            };
        };
        RoverStatus: {
            /** Format: date-time */
            createdAt: string;
            errors: components["schemas"]["RoverProblem"][];
            info: components["schemas"]["RoverProblem"][];
            infos: components["schemas"]["RoverProblem"][];
            /** @enum {string} */
            overallStatus: "blocked" | "complete";
            /** Format: date-time */
            processedAt: string;
            /** @constant */
            processingState: "done";
            /** @enum {string} */
            state: "blocked" | "complete";
            /** @description What stands in the way, one entry for each exposure and subscription. */
            warnings: components["schemas"]["RoverProblem"][];
        };
        RoverSubscription: {
            access?: components["schemas"]["RoverAccess"];
            awaiting?: components["schemas"]["Awaiting"];
            blocked?: components["schemas"]["Blocked"];
            /** @enum {string} */
            change: "asked" | "granted" | "narrowed" | "ended" | "unchanged" | "waiting";
            name: string;
            resource?: string;
            /** @description As the file says. */
            scopes: string[];
            /** @enum {string} */
            type: "api" | "event" | "ai";
        };
        RoverWithDocument: {
            /** Format: date-time */
            appliedAt: string;
            /** @enum {string} */
            change: "created" | "changed" | "unchanged" | "deleted";
            /** @description As it was applied, without secrets. */
            document: {
                [key: string]: unknown;
            };
            exposures: components["schemas"]["RoverExposure"][];
            id: string;
            name: string;
            /**
             * @description `complete`: everything counts and is granted. `waiting`: something waits for somebody, or for a counterpart. `denied`: something was refused, is suspended, or has ended.
             * @enum {string}
             */
            state: "complete" | "waiting" | "denied";
            subscriptions: components["schemas"]["RoverSubscription"][];
            team: string;
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
        /** @description The session itself is in the cookie. */
        SignedIn: {
            /** Format: date-time */
            endsAt: string;
            sessionId: string;
            userId: string;
        };
        SignedOut: {
            /** @description Send the browser there. */
            url: string;
        };
        StandingAtResource: {
            /** @description What runs or waits, of the caller, their teams, and what these own. */
            accesses: components["schemas"]["Access"][];
            /** @description What asking would do now: for the caller, and for each team they may ask for. Products and applications ask as their team does. */
            asking: {
                consumer: {
                    applicationId?: string;
                    dataProductId?: string;
                    teamId?: string;
                    userId?: string;
                } & {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                kind: "person" | "team" | "data-product" | "application";
                name: string;
                preview: components["schemas"]["Preview"];
            }[];
            /** @description The caller may ask for more teams than are named here. */
            more: boolean;
            /** @description Refusals that bind: whoever asks on this side needs a person to grant again. */
            refusals: {
                access: string;
                side: {
                    teamId?: string;
                    userId?: string;
                } & {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                since: string;
            }[];
            resource: string;
            /** @description Whether the caller, or a team of theirs, has access at this moment. */
            usable: boolean;
        };
        /** @description The sign-in that the policy demands. */
        StepUp: {
            acr: string[] | null;
            /** @description How long ago the sign-in may be. */
            maxAge: string | null;
            /** @description Where a browser signs in so; add `returnTo` with the path to come back to. */
            url: string;
        };
        SubjectSearchInput: {
            action: {
                /** @description A role or scope, or `access`: to reach it at all, which every grant permits. */
                name: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            context?: {
                [key: string]: unknown;
            };
            page?: {
                /** @description 100 unless said; 1000 at most. */
                limit?: number;
                /** @description `next_token` of the page before, with the same question. */
                token?: string;
            } & {
                [key: string]: unknown;
            };
            resource: {
                id: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `api`, `event`, `output-port`, `action`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
            subject: {
                /** @description An id; people also by their e-mail address. */
                id?: string;
                /** @description What the question says about it; a role such as `write?resource.status=active` looks here. */
                properties?: {
                    [key: string]: unknown;
                };
                /** @description `person` (or `user`), `team`, `application`, `data-product`. */
                type: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Target: {
            /** @description What the caller may do about it, and why not. */
            actions: {
                [key: string]: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            connector: string;
            /** @description After a restore: only looked at until somebody confirms. */
            frozen: boolean;
            hasSecrets: boolean;
            health: components["schemas"]["TargetHealth"];
            id: string;
            name: string;
            owner?: string;
            settings: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        TargetCheck: {
            lacks: components["schemas"]["Lack"][];
            ready: boolean;
        } & {
            [key: string]: unknown;
        };
        TargetDifference: {
            alarming: boolean;
            /** @description What it is there, in the words of the target’s connector. */
            binding: {
                [key: string]: unknown;
            };
            /** @description False once it is gone or bound elsewhere: what is left of it here is taken away. */
            bound: boolean;
            /** @description Ways in that Countersign did not make and never takes away on its own. */
            drift: ({
                /** @description False where it is no way of one consumer, but of everybody. */
                adoptable: boolean;
                how: string;
                /** @enum {string} */
                level: "read" | "write" | "read-write";
                principal: string;
                sentence: string;
            } & {
                [key: string]: unknown;
            })[];
            error?: string;
            /** @description There, and not granted. */
            excess: {
                /** @enum {string} */
                level: "read" | "write" | "read-write";
                principal: string;
            }[];
            failed: ({
                code: string;
                sentence: string;
            } & {
                [key: string]: unknown;
            })[];
            failures: number;
            frozen: boolean;
            intended?: number;
            /** Format: date-time */
            lastRun?: string;
            /** Format: date-time */
            lastSuccess?: string;
            /** @description Granted, and not there. */
            missing: {
                /** @enum {string} */
                level: "read" | "write" | "read-write";
                principal: string;
            }[];
            name: string;
            /** Format: date-time */
            nextRun: string;
            observed?: number;
            resource: string;
            /**
             * @description As the health of a target has it, for this resource.
             * @enum {string}
             */
            state: "frozen" | "alarming" | "failing" | "differing" | "drifting" | "unseen" | "unused" | "in-line";
        } & {
            [key: string]: unknown;
        };
        /** @description By the last run for each resource. */
        TargetHealth: {
            alarming: number;
            /** @description Ways in that Countersign did not make. */
            drift: number;
            /** @description There, and not granted. */
            excess: number;
            failing: number;
            /** @description Of the resources whose last run failed, the worst. */
            failure?: {
                error: string;
                failures: number;
                /** Format: date-time */
                nextRun: string;
                resource: string;
            } & {
                [key: string]: unknown;
            };
            /** Format: date-time */
            lastRun?: string;
            /** @description Granted, and not there. */
            missing: number;
            /** Format: date-time */
            nextRun?: string;
            resources: number;
            /**
             * @description The worst that is true: `frozen` until somebody confirms, `alarming` where access could not be taken away or runs failed too often, `failing`, `differing` from what is granted, `drifting` where there are ways in that nobody agreed to, `unseen` before the first run, `unused` where nothing is bound.
             * @enum {string}
             */
            state: "frozen" | "alarming" | "failing" | "differing" | "drifting" | "unseen" | "unused" | "in-line";
        } & {
            [key: string]: unknown;
        };
        Team: {
            custom?: {
                [key: string]: string;
            };
            description?: string;
            id: string;
            links?: {
                [key: string]: string;
            };
            /** @description Owner, Approver and Member mean something to decisions; other words act as Member. */
            members?: ({
                emailAddress: string;
                role: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Whom groups of the identity provider put here; read only. */
            membersByGroup?: ({
                emailAddress: string;
                role: string;
            } & {
                [key: string]: unknown;
            })[];
            name: string;
            parent?: string;
            tags?: string[];
            /** @enum {string} */
            type: "Domain" | "Team" | "Domain Team" | "Enabling Team" | "Platform Team" | "Governance Group" | "Organizational Unit";
        } & {
            [key: string]: unknown;
        };
        TeamCreatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        TeamDeletedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        TeamRoster: {
            /** @description The top first. */
            above: {
                id: string;
                name: string;
            }[];
            actions: {
                delete: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                edit: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                move: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
                register: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            below: {
                id: string;
                name: string;
            }[];
            id: string;
            moreBelow: boolean;
            name: string;
            /** @description Whoever can do most first. */
            people: {
                /** @description As owner or approver, or because nobody in the team is one. */
                decides: boolean;
                emailAddress: string;
                hasLeft: boolean;
                name: string | null;
                person: string;
                roles: {
                    /**
                     * @description What it means to decisions.
                     * @enum {string}
                     */
                    actsAs: "owner" | "approver" | "member";
                    /** @description A group of the identity provider gives it. */
                    byGroup: boolean;
                    /** @description The team above that gives it; null where this very team does. */
                    from: {
                        id: string;
                        name: string;
                    } | null;
                    /** @description In the words of its source. */
                    role: string;
                }[];
            }[];
        };
        TeamTree: {
            actions: {
                add: {
                    /** @constant */
                    allowed: true;
                } | {
                    /** @constant */
                    allowed: false;
                    code: string;
                    reason: string;
                    stepUp?: components["schemas"]["StepUp"];
                };
            };
            /** @description False: there are more than are given here. */
            complete: boolean;
            teams: {
                /** @description The teams above, the top first. */
                above: {
                    id: string;
                    name: string;
                }[];
                /** @description How many teams are right below it. */
                below: number;
                /** @description Its beginning, where it is long. */
                description: string | null;
                id: string;
                name: string;
                owns: {
                    /** @description False: it owns more; the first fifty were counted. */
                    complete: boolean;
                    kinds: {
                        count: number;
                        kind: string;
                    }[];
                };
                /** @description How many were put into it and have not left. */
                people: number;
                tags: string[];
                type: string;
            }[];
        };
        TeamUpdatedEvent: {
            id: string;
            /** Format: date-time */
            timestamp: string;
        } & {
            [key: string]: unknown;
        };
        /** @description RFC 6749, 5.2. */
        TokenRefusal: {
            /** @enum {string} */
            error: "invalid_request" | "invalid_client" | "unsupported_grant_type";
            error_description: string;
        };
        WaysToSignIn: {
            /** @description Whether one can sign in with address and password. */
            password: boolean;
            provider: {
                name: string;
                /** @description Where to send the browser; add `returnTo`. */
                url: string;
            } | null;
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
