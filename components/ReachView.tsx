import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Reach, ReachChange, SwitchChange, Switches } from '@/utils/injection/reach';
import { OriginList } from './OriginList';

export interface ReachViewProps {
  /** The origin of the login whose token this is about. */
  api_origin: string;
  reach: Reach;
  switches: Switches;
  onChange: (change: ReachChange) => void;
  onSwitch: (change: SwitchChange) => void;
}

/** Where the token goes: from which pages to which APIs, and what else the user has opted into. */
export function ReachView({ api_origin, reach, switches, onChange, onSwitch }: ReachViewProps): JSX.Element {
  return (
    <section class="reach" aria-label="Where the token goes">
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
      <fieldset>
        <legend>Other requests</legend>
        <Option
          checked={reach.links}
          label="Also opened links and typed addresses"
          hint="GET only. In Chrome and Edge links of any site open with your token, as they would with a cookie."
          onChange={(on) => onChange({ kind: 'opt', what: 'links', on })}
        />
        <Option
          checked={reach.everything}
          label="Also everything else that these pages load"
          hint="Workers, images, media, downloads, WebSockets, EventSource, beacons. In Chrome and Edge this replaces an Authorization header of the page’s own, and pages on subdomains of these hosts can use it."
          onChange={(on) => onChange({ kind: 'opt', what: 'everything', on })}
        />
      </fieldset>
      {switches.offSites.length === 0 ? null : (
        <OriginList
          heading="Switched off"
          noun="page"
          origins={switches.offSites}
          action="Switch on"
          onAction={(origin) => onSwitch({ kind: 'site', origin, on: true })}
        />
      )}
    </section>
  );
}

interface OptionProps {
  checked: boolean;
  label: string;
  /** What the user gives away with it. */
  hint: string;
  onChange: (on: boolean) => void;
}

function Option({ checked, label, hint, onChange }: OptionProps): JSX.Element {
  const id = useId();
  return (
    <div class="opt-in">
      <label class="option">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <p class="hint" id={id}>
        {hint}
      </p>
    </div>
  );
}
