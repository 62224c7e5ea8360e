import * as v from 'valibot';

export const DEFAULT_AUTO_LOCK_MINUTES = 15;
const PRODUCTION_AUTO_LOCK_MINUTES = 5;
const DEFAULT_WRITING_MINUTES = 10;

export const MAX_MINUTES = 24 * 60;

/** For how long something is idle, or allowed. */
export const MinutesSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_MINUTES));

/** What the user has set once for all profiles. Nothing of it is a secret: it may be synced. */
export const SettingsSchema = v.object({
  /** Idle minutes after which the vault locks; null for not before the browser closes. */
  autoLockMinutes: v.nullable(MinutesSchema),
  /** The same while a production profile is logged in; the shorter of both counts. */
  productionAutoLockMinutes: MinutesSchema,
  lockWithSystem: v.boolean(),
  /** How long writing to production stays allowed. */
  writingMinutes: MinutesSchema,
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  autoLockMinutes: DEFAULT_AUTO_LOCK_MINUTES,
  productionAutoLockMinutes: PRODUCTION_AUTO_LOCK_MINUTES,
  lockWithSystem: true,
  writingMinutes: DEFAULT_WRITING_MINUTES,
};
