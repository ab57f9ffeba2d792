/** Shapes of notifications: a device shows the notifications of the one person who subscribed on it. */
import { z } from 'zod';
import { Language } from '#contract/core/common.ts';

/** The answer of `GET /api/v1/push/key`. `key` null: this installation sends no notifications. */
export const PushKey = z.object({
  /** The installation's public key in base64url, which the browser needs to subscribe. */
  key: z.string().nullable(),
  /** Whose notifications this device shows. */
  whose: z.enum(['mine', 'somebody_else', 'nobody']),
});
export type PushKey = z.infer<typeof PushKey>;

const Base64Url = /^[A-Za-z0-9_-]+$/;

/** Body of `PUT /api/v1/push/subscription`: the browser's subscription, and the language of the notifications. */
export const PushSubscription = z.strictObject({
  endpoint: z.url().max(1000),
  keys: z.strictObject({
    p256dh: z.string().length(87).regex(Base64Url),
    auth: z.string().length(22).regex(Base64Url),
  }),
  language: Language,
});
export type PushSubscription = z.infer<typeof PushSubscription>;
