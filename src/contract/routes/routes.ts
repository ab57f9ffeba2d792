/**
 * Lists every route: who may call it, what it takes and what it answers. The server registers routes from this table,
 * `/openapi.json` and `docs/access.md` describe it, and the web's client takes its types from it.
 */
import { ACCOUNT_ROUTES } from '#contract/routes/account/account-routes.ts';
import { CAMPAIGN_ROUTES } from '#contract/routes/campaigns/campaign-routes.ts';
import { MAIL_ROUTES } from '#contract/routes/mail/mail-routes.ts';
import { PEOPLE_ROUTES } from '#contract/routes/people/people-routes.ts';
import { ATTEMPT_ROUTES } from './attempt-routes.ts';
import { BRAND_ROUTES } from './brand-routes.ts';
import { CUSTOMER_ROUTES } from './customer-routes.ts';
import { ABSENCE_ROUTES } from './customers/absence-routes.ts';
import { MERGE_ROUTES } from './customers/merge-routes.ts';
import { PORTFOLIO_ROUTES } from './customers/portfolio-routes.ts';
import { PRIVACY_ROUTES } from './customers/privacy-routes.ts';
import { DEMO_ROUTES } from './demo-routes.ts';
import { HEALTH_ROUTES } from './health-routes.ts';
import { HELP_ROUTES } from './help-routes.ts';
import { HOLD_ROUTES } from './hold-routes.ts';
import { REHEARSAL_ROUTES } from './holds/rehearsal-routes.ts';
import { DO_NOT_CALL_ROUTES } from './import/do-not-call-routes.ts';
import { IMPORT_ROUTES } from './import/import-routes.ts';
import { LIVE_ROUTES } from './live-routes.ts';
import { QUIET_HOURS_ROUTES } from './quiet-hours-routes.ts';
import { RECORD_ROUTES } from './record-routes.ts';
import { REPORT_ROUTES } from './report-routes.ts';
import { SESSION_ROUTES } from './session-routes.ts';
import { LINK_ROUTES } from './sign-in/link-routes.ts';
import { SECOND_FACTOR_ROUTES } from './sign-in/second-factor-routes.ts';
import { STORE_ROUTES } from './stores/store-routes.ts';
import { TICKET_ROUTES } from './ticket-routes.ts';

export const ROUTES = {
  ...HEALTH_ROUTES,
  ...RECORD_ROUTES,
  ...SESSION_ROUTES,
  ...PEOPLE_ROUTES,
  ...ACCOUNT_ROUTES,
  ...MAIL_ROUTES,
  ...SECOND_FACTOR_ROUTES,
  ...LINK_ROUTES,
  ...QUIET_HOURS_ROUTES,
  ...CUSTOMER_ROUTES,
  ...PORTFOLIO_ROUTES,
  ...MERGE_ROUTES,
  ...PRIVACY_ROUTES,
  ...ABSENCE_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...ATTEMPT_ROUTES,
  ...HOLD_ROUTES,
  ...REHEARSAL_ROUTES,
  ...BRAND_ROUTES,
  ...STORE_ROUTES,
  ...TICKET_ROUTES,
  ...HELP_ROUTES,
  ...REPORT_ROUTES,
  ...IMPORT_ROUTES,
  ...DO_NOT_CALL_ROUTES,
  ...LIVE_ROUTES,
  ...DEMO_ROUTES,
} as const;

/** The name of a route, like `GET /api/v1/holds/:id`. */
export type RouteName = keyof typeof ROUTES;
