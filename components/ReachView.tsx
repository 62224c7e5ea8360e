import type { JSX } from 'preact';
import type { ReachChange, SwitchChange, Switches } from '@/utils/injection/reach';
import { t } from '@/utils/platform/texts';
import { isManagedId } from '@/utils/profiles/managed-id';
import { getLoginOrigin, type Profile } from '@/utils/profiles/profile';
import { CheckOption } from './CheckOption';
import { isolate } from './isolate';
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
  if (api_origin === undefined) return <p class="hint">{t('reach.noServer')}</p>;
  return (
    <>
      <fieldset class="reach" aria-label={t('reach.heading')} disabled={isManagedId(profile.id)}>
        {isManagedId(profile.id) ? <p class="hint">{t('reach.setByTeam')}</p> : null}
        <OriginList
          heading={t('reach.pages')}
          fixed={api_origin}
          origins={reach.pages}
          action={t('reach.remove')}
          nameAction={(origin) => t('reach.removePage', { origin: isolate(origin) })}
          onAction={(origin) => onChange({ kind: 'remove', what: 'pages', origin })}
          addLabel={t('reach.addPage')}
          onAdd={(origin) => onChange({ kind: 'add', what: 'pages', origin })}
        />
        <OriginList
          heading={t('reach.apis')}
          fixed={api_origin}
          origins={reach.apis}
          action={t('reach.remove')}
          nameAction={(origin) => t('reach.removeApi', { origin: isolate(origin) })}
          onAction={(origin) => onChange({ kind: 'remove', what: 'apis', origin })}
          addLabel={t('reach.addApi')}
          onAdd={(origin) => onChange({ kind: 'add', what: 'apis', origin })}
        />
        <fieldset class="opt-in">
          <legend>{t('reach.otherRequests')}</legend>
          <CheckOption
            checked={reach.links}
            label={t('reach.links')}
            hint={t('reach.linksHint')}
            onChange={(on) => onChange({ kind: 'opt', what: 'links', on })}
          />
          <CheckOption
            checked={reach.everything}
            label={t('reach.everything')}
            hint={t('reach.everythingHint')}
            onChange={(on) => onChange({ kind: 'opt', what: 'everything', on })}
          />
        </fieldset>
      </fieldset>
      {switches.offSites.length === 0 ? null : (
        // Not of the profile: the user's own also where the profile is the team's.
        <div class="reach">
          <OriginList
            heading={t('reach.switchedOff')}
            origins={switches.offSites}
            action={t('reach.switchOn')}
            nameAction={(origin) => t('reach.switchOnPage', { origin: isolate(origin) })}
            onAction={(origin) => onSwitch({ kind: 'site', origin, on: true })}
          />
        </div>
      )}
    </>
  );
}
