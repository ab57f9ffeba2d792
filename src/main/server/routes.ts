/** Creates all routes of the server, each with its dependencies. */
import type { FastifyPluginAsync } from 'fastify';
import { campaignRehearsalRoutes } from '#http/campaigns/campaign-rehearsal.ts';
import { campaignRoutes, campaignStepRoutes } from '#http/campaigns/campaigns.ts';
import { suggestionRoutes } from '#http/campaigns/suggestions.ts';
import { attemptRoutes } from '#http/contact/attempts.ts';
import { healthRoutes } from '#http/core/health.ts';
import { liveRoutes } from '#http/core/live/live.ts';
import { absenceRoutes } from '#http/customers/absences.ts';
import { askSilenceRoutes } from '#http/customers/ask-silence.ts';
import { customerRoutes } from '#http/customers/customers.ts';
import { editCustomerRoutes } from '#http/customers/edit-customer.ts';
import { mergeRoutes } from '#http/customers/merge.ts';
import { portfolioRoutes } from '#http/customers/portfolio.ts';
import { privacyRoutes } from '#http/customers/privacy.ts';
import { demoRoutes } from '#http/demo/demo.ts';
import { holdRoutes } from '#http/holds/holds.ts';
import { rehearsalRoutes } from '#http/holds/rehearsal.ts';
import { doNotCallRoutes } from '#http/import/do-not-call.ts';
import { importRoutes } from '#http/import/imports.ts';
import { mailRoutes } from '#http/mail/mails.ts';
import { brandSetupRoutes } from '#http/people/brand-setup.ts';
import { personRoutes } from '#http/people/people.ts';
import { settingsRoutes } from '#http/people/settings.ts';
import { brandRoutes } from '#http/policy/brands.ts';
import { newBrandRoutes } from '#http/policy/new-brand.ts';
import { previewRoutes } from '#http/policy/preview.ts';
import { figureRoutes } from '#http/policy/quiet-figure.ts';
import { quietHoursRoutes } from '#http/policy/quiet-hours.ts';
import { pushRoutes } from '#http/push/push.ts';
import { explanationRoutes } from '#http/record/explanations.ts';
import { recordKeyRoutes } from '#http/record/record-keys.ts';
import { reportRoutes } from '#http/reports/report-routes.ts';
import { accountRoutes } from '#http/sign-in/account/account.ts';
import { ownSessionRoutes } from '#http/sign-in/account/own-sessions.ts';
import { personSessionRoutes } from '#http/sign-in/account/person-sessions.ts';
import { invitationRoutes } from '#http/sign-in/links/invitations.ts';
import { linkRoutes } from '#http/sign-in/links/links.ts';
import { newPeopleRoutes } from '#http/sign-in/new-people.ts';
import { lostSecondFactorRoutes } from '#http/sign-in/second-factor/lost-second-factors.ts';
import { secondFactorRoutes } from '#http/sign-in/second-factor/second-factor.ts';
import { sessionRoutes } from '#http/sign-in/session.ts';
import { supportPeopleRoutes } from '#http/sign-in/support-people.ts';
import { peopleRoutes } from '#http/sign-in/unlock-person.ts';
import { storeSignInRoutes } from '#http/stores/store-sign-in.ts';
import { changingStoreRoutes, storeRoutes } from '#http/stores/stores.ts';
import { finderRoutes } from '#http/support/finder.ts';
import { helpRoutes } from '#http/support/help.ts';
import { leadRoutes } from '#http/support/leads.ts';
import { ticketRoutes } from '#http/support/tickets.ts';
import { DEMO_SUPPORT } from '#main/demo/brands.ts';
import { demoSignInOf } from '#main/demo/demo-people.ts';
import { oneTimePassword } from '#main/sign-in/accounts.ts';
import { createSomeSignIns } from '#main/sign-in/first-sign-ins.ts';
import type { Services } from './services.ts';

type HealthDeps = Parameters<typeof healthRoutes>[0];

export function createRoutes(services: Services, health: HealthDeps): FastifyPluginAsync[] {
  const { signIn, links, mails, session, policies, attempts, imports } = services;
  const { hub, streams, shared, push, engine, heavy, rehearsals } = services;
  const { db, now, hostNow } = policies;
  const stores = { ...policies, ...signIn, newPassword: oneTimePassword };
  return [
    healthRoutes(health),
    recordKeyRoutes({ db }),
    sessionRoutes(session),
    secondFactorRoutes(session),
    lostSecondFactorRoutes(signIn),
    settingsRoutes(policies),
    peopleRoutes(signIn),
    personRoutes({ ...policies, auth: signIn.auth }),
    newPeopleRoutes(links),
    accountRoutes(signIn),
    mailRoutes({ ...signIn, tokens: mails.tokens }),
    ownSessionRoutes(signIn),
    personSessionRoutes(signIn),
    linkRoutes(links),
    invitationRoutes(links),
    quietHoursRoutes(policies),
    ...routesOfCustomers(services),
    ...[attemptRoutes, holdRoutes, rehearsalRoutes].map((routes) => routes(attempts)),
    brandRoutes({ ...policies, heavy }),
    newBrandRoutes(policies),
    supportPeopleRoutes({ ...signIn, demoSupportEmail: signIn.demo ? DEMO_SUPPORT.email : null }),
    brandSetupRoutes(signIn),
    storeRoutes(stores),
    changingStoreRoutes(stores),
    storeSignInRoutes(stores),
    importRoutes({
      ...policies,
      ...imports,
      auth: signIn.auth,
      reading: heavy.imports,
      createFirstSignIns: (brandId) => signIn.hashing.run(() => createSomeSignIns(signIn, brandId)),
    }),
    doNotCallRoutes({ ...policies, ...imports, reading: heavy.imports }),
    previewRoutes({ ...policies, engine, heavy, rehearsals }),
    figureRoutes({ db, engine, heavy, now }),
    campaignRehearsalRoutes({ ...policies, heavy, rehearsals }),
    ticketRoutes(policies),
    explanationRoutes(policies),
    finderRoutes(policies),
    leadRoutes(policies),
    helpRoutes(policies),
    reportRoutes({ ...policies, ...mails, hasMail: signIn.hasMail }),
    pushRoutes({ db, hostNow, push }),
    liveRoutes({ db, hub, streams }),
    ...(shared ? [demoRoutes({ clock: shared, session, signInOf: demoSignInOf })] : []),
  ] as FastifyPluginAsync[];
}

/** Creates the routes of suggestions, customers and portfolios. */
function routesOfCustomers({ policies, numberKey }: Services): FastifyPluginAsync[] {
  return [
    ...[suggestionRoutes, campaignRoutes, campaignStepRoutes].map((create) => create(policies)),
    customerRoutes(policies),
    editCustomerRoutes({ ...policies, numberKey }),
    askSilenceRoutes(policies),
    mergeRoutes({ ...policies, numberKey }),
    privacyRoutes({ ...policies, numberKey }),
    portfolioRoutes(policies),
    absenceRoutes(policies),
  ];
}
