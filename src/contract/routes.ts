/** Every route of the product, with the operations it carries out: a caller who may use none of them is refused. */
import type { Operation } from '#rules/access-table.ts';

export const ROUTES = {
  'GET /healthz': ['read_health'],
  'GET /readyz': ['read_health'],
  'GET /metrics': ['read_metrics'],

  'POST /api/v1/session': ['sign_in'],
  'GET /api/v1/session': ['read_session'],
  'DELETE /api/v1/session': ['sign_out'],
  'POST /api/v1/session/pin': ['begin_turn'],
  'PUT /api/v1/session/turn': ['keep_turn'],
  'DELETE /api/v1/session/turn': ['end_turn'],
  'POST /api/v1/people/:id/unlock': ['unlock_seller', 'unlock_manager', 'unlock_by_manager_pin', 'unlock_own_pin'],

  'GET /api/v1/quiet-hours': ['read_quiet_hours'],
  'POST /api/v1/quiet-hours/notice': ['mark_notice_seen'],
  'GET /api/v1/quiet-hours/versions': ['read_policy_history'],
  'GET /api/v1/quiet-hours/figure': ['read_quiet_figure'],

  'GET /api/v1/suggestions': ['read_suggestions'],
  'POST /api/v1/suggestions/:id/dismiss': ['dismiss_suggestion'],
  'GET /api/v1/customers': ['find_customers'],
  'GET /api/v1/customers/:id': ['read_customer'],
  'PATCH /api/v1/customers/:id': ['change_customer'],

  'POST /api/v1/decisions': ['ask_decision', 'ask_decision_at'],
  'POST /api/v1/attempts': ['start_attempt'],
  'GET /api/v1/attempts': ['read_attempts'],
  'GET /api/v1/attempts/:id': ['read_attempts'],
  'GET /api/v1/attempts/:id/explanation': ['explain_attempt'],
  'POST /api/v1/attempts/:id/outcome': ['say_outcome'],

  'GET /api/v1/holds': ['read_own_holds', 'read_led_holds'],
  'GET /api/v1/holds/:id': ['read_attempts'],
  'PATCH /api/v1/attempts/:id': ['change_hold', 'pass_on_hold'],
  'POST /api/v1/attempts/:id/cancel': ['change_hold'],
  'POST /api/v1/attempts/:id/restore': ['change_hold'],
  'POST /api/v1/attempts/:id/seen': ['change_hold'],

  'GET /api/v1/live': ['hear_events', 'hear_store_events'],
  'GET /api/v1/push/key': ['receive_push'],
  'PUT /api/v1/push/subscription': ['receive_push'],
  'DELETE /api/v1/push/subscription': ['receive_push'],
  'GET /api/v1/reports/distribution': ['read_distribution'],

  'GET /api/v1/help/:article/feedback': ['rate_help'],
  'POST /api/v1/help/:article/feedback': ['rate_help'],
  'GET /api/v1/help/:article/ratings': ['read_help_ratings'],

  'POST /api/v1/tickets': ['open_ticket'],
  'GET /api/v1/tickets': ['read_tickets'],
  'GET /api/v1/tickets/:id': ['read_tickets'],
  'POST /api/v1/tickets/:id/messages': ['say_in_ticket', 'close_ticket'],
  'POST /api/v1/leads': ['leave_lead'],
  'GET /api/v1/leads': ['read_leads'],
  'PATCH /api/v1/leads/:id': ['settle_lead'],
  'GET /api/v1/support-looks': ['read_support_access'],

  'GET /api/v1/brands': ['read_brands'],
  'GET /api/v1/brands/:id': ['read_brands'],
  'PATCH /api/v1/brands/:id': ['change_plan'],
  'GET /api/v1/brands/:id/quiet-hours/versions': ['read_brand_policy_history'],
  'GET /api/v1/brands/:id/quiet-hours/recommendation': ['preview_policy'],
  'GET /api/v1/brands/:id/quiet-hours/holidays': ['preview_policy'],
  'POST /api/v1/brands/:id/quiet-hours/preview': ['preview_policy'],
  'POST /api/v1/brands/:id/quiet-hours': ['publish_policy'],
  'POST /api/v1/brands/:id/quiet-hours/suspend': ['suspend_policy'],
  'POST /api/v1/brands/:id/quiet-hours/resume': ['resume_policy'],
  'GET /api/v1/brands/:id/attempts': ['find_brand_attempts'],
  'GET /api/v1/brands/:id/attempts/:attemptId/explanation': ['explain_brand_attempt'],
  'POST /api/v1/brands/:id/attempts/:attemptId/reveal': ['reveal_customer'],

  'GET /api/v1/demo/clock': ['use_demo'],
  'PUT /api/v1/demo/clock': ['use_demo'],
  'POST /api/v1/demo/session': ['use_demo'],
} as const satisfies Readonly<Record<string, readonly Operation[]>>;
