import type { JSX } from 'preact';
import type { ReachChange, SwitchChange, Switches } from '@/utils/injection/reach';
import { isManagedId } from '@/utils/profiles/managed-id';
import { getLoginOrigin, type Profile } from '@/utils/profiles/profile';
import { CheckOption } from './CheckOption';
import { OriginList } from './OriginList';

export interface ReachViewProps {
  profile: Profile;
  switches: Switches;
  onChange: (change: ReachChange) => void;
  onSwitch: (change: SwitchChange) => void;
}

/** Where the profile's token goes: from which pages to which APIs, and what else the user has opted into. */
export function ReachView({ profile, switches, onChange, onSwitch }: ReachViewProps): JSX.Element {
  const { reach } = profile;
  const api_origin = getLoginOrigin(profile);
  if (api_origin === undefined) return <p class="hint">Say first which server this profile logs in to.</p>;
  return (
    <>
      <fieldset class="reach" aria-label="Where the token goes" disabled={isManagedId(profile.id)}>
        {isManagedId(profile.id) ? (
          <p class="hint">Set by your team. A copy of this profile, made on the options page, can be changed.</p>
        ) : null}
        <OriginList
          heading="Pages whose requests carry it"
          noun="page"
          fixed={api_origin}
          origins={reach.pages}
          action="Remove"
          onAction={(origin) => onChange({ kind: 'remove', what: 'pages', origin })}
          addLabel="Another page"
          onAdd={(origin) => onChange({ kind: 'add', what: 'pages', origin })}
        />
        <OriginList
          heading="APIs that get it"
          noun="API"
          fixed={api_origin}
          origins={reach.apis}
          action="Remove"
          onAction={(origin) => onChange({ kind: 'remove', what: 'apis', origin })}
          addLabel="Another API that takes this token"
          onAdd={(origin) => onChange({ kind: 'add', what: 'apis', origin })}
        />
        <fieldset class="opt-in">
          <legend>Other requests</legend>
          <CheckOption
            checked={reach.links}
            label="Also opened links and typed addresses"
            hint="GET only. In Chrome and Edge links of any site open with your token, as they would with a cookie."
            onChange={(on) => onChange({ kind: 'opt', what: 'links', on })}
          />
          <CheckOption
            checked={reach.everything}
            label="Also everything else that these pages load"
            hint="Workers, images, media, downloads, WebSockets, EventSource, beacons. In Chrome and Edge this replaces an Authorization header of the page’s own, and pages on subdomains of these hosts can use it."
            onChange={(on) => onChange({ kind: 'opt', what: 'everything', on })}
          />
        </fieldset>
      </fieldset>
      {switches.offSites.length === 0 ? null : (
        // Not of the profile: the user's own also where the profile is the team's.
        <div class="reach">
          <OriginList
            heading="Switched off"
            noun="page"
            origins={switches.offSites}
            action="Switch on"
            onAction={(origin) => onSwitch({ kind: 'site', origin, on: true })}
          />
        </div>
      )}
    </>
  );
}
