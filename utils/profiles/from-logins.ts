import * as v from 'valibot';
import { OWN_REACH, type Reach } from '@/utils/injection/reach';
import { EMPTY_TOKEN_FORM, TokenFormSchema, withoutSecrets } from '@/utils/oauth2/token-form';
import { buildProfile, ConfidentialOrigin, getLoginOrigin, type Profile, ReachSchema } from './profile';
import { buildName } from './profile-list';

/** What was stored before there were profiles: the last login's form, and reaches by the login's origin. */
export interface StoredLogins {
  rememberedForm: unknown;
  reaches: unknown;
}

export interface FirstProfiles {
  profiles: Profile[];
  /** What of it could not be read, or not as a whole. */
  damaged: (keyof StoredLogins)[];
}

/** The first profiles: of what was stored before there were any, or one with the defaults. */
export function buildFirstProfiles({ rememberedForm, reaches }: StoredLogins, buildId: () => string): FirstProfiles {
  const form = v.safeParse(v.nullish(TokenFormSchema), rememberedForm);
  const read = readReaches(reaches);
  const login = withoutSecrets((form.success ? form.output : undefined) ?? EMPTY_TOKEN_FORM);
  const first = buildProfile(buildId(), { form: login });
  const firstOrigin = getLoginOrigin(first);
  const others = [...read.byOrigin].filter(([origin]) => origin !== firstOrigin);
  return {
    profiles: [
      { ...first, name: buildName(firstOrigin), reach: read.byOrigin.get(firstOrigin ?? '') ?? OWN_REACH },
      ...others.map(([origin, reach]) =>
        buildProfile(buildId(), { name: buildName(origin), form: { ...EMPTY_TOKEN_FORM, base_url: origin }, reach }),
      ),
    ],
    damaged: [...(form.success ? [] : (['rememberedForm'] as const)), ...(read.ok ? [] : (['reaches'] as const))],
  };
}

/** Each by itself: one that is damaged does not take the others along. */
function readReaches(stored: unknown): { ok: boolean; byOrigin: Map<string, Reach> } {
  const record = v.safeParse(v.nullish(v.record(v.string(), v.unknown()), {}), stored);
  const entries = Object.entries((record.success ? record.output : undefined) ?? {});
  const readings = entries.flatMap(([origin, reach]) => {
    const reading = v.safeParse(ReachSchema, reach);
    return reading.success && v.is(ConfidentialOrigin, origin) ? [[origin, reading.output] as const] : [];
  });
  return { ok: record.success && readings.length === entries.length, byOrigin: new Map(readings) };
}
