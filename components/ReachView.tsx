import type { JSX } from 'preact';
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
