/** Notifications on a device: that contacts are ready, to the one person who asked for it there. */
import { z } from 'zod';
import { Language } from '#contract/core/common.ts';

/** `GET /api/v1/push/key`. `key` null: this installation sends none. */
export const PushKey = z.object({
  /** The installation's public key, base64url: what a browser subscribes with. */
  key: z.string().nullable(),
  /** Whose notifications this device shows. */
  whose: z.enum(['mine', 'somebody_else', 'nobody']),
});
export type PushKey = z.infer<typeof PushKey>;

const Base64Url = /^[A-Za-z0-9_-]+$/;

/** Body of `PUT /api/v1/push/subscription`: the browser's subscription, and the language to be told in. */
export const PushSubscription = z.strictObject({
  endpoint: z.url().max(1000),
  keys: z.strictObject({
    p256dh: z.string().length(87).regex(Base64Url),
    auth: z.string().length(22).regex(Base64Url),
  }),
  language: Language,
});
export type PushSubscription = z.infer<typeof PushSubscription>;
