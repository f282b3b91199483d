import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RecentFile } from '#shared/ipc/contract.ts';
import type { CommandId } from '#shared/commands.ts';
import { Button } from '../components/button.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { openCity } from '../commands/open-city.ts';
import { openProject } from '../commands/open-project.ts';
import { runCommand } from '../commands/registry.ts';
import { useCity, useTranslate, useWorkspace } from '../state/context.tsx';
import { DialogFrame } from './dialog-frame.tsx';

/** The first minute: go on with the city on the table, open something of one's own, or what was open last. */
export function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const city = useCity();
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    void workspace.platform.request('recent:list').then(setRecent);
  }, [workspace]);
  const run = (id: CommandId) => {
    onClose();
    runCommand(workspace, id);
  };
  const openRecent = async (file: RecentFile) => {
    onClose();
    const granted = await workspace.platform.request('recent:open', file.recentId);
    await (file.kind === 'bundle' ? openCity(workspace, granted) : openProject(workspace, granted));
  };
  return (
    <DialogFrame
      wide
      title={t('shell.start.title')}
      onClose={onClose}
      actions={
        city === undefined ? undefined : (
          <Button kind="primary" autoFocus onPress={onClose}>
            {t('shell.start.continue', { city: city.manifest.city })}
          </Button>
        )
      }
    >
      <p>{t('shell.start.lead')}</p>
      <div className="two-cards">
        <Card icon="city" name={t('shell.start.bundle')} note={t('shell.start.bundleNote')} onPress={() => run('bundle.open')} />
        <Card icon="measures" name={t('shell.start.project')} note={t('shell.start.projectNote')} onPress={() => run('project.open')} />
        <Card icon="table" name={t('shell.start.build')} note={t('shell.start.buildNote')} onPress={() => run('bundle.build')} />
        {city?.manifest.demo === true ? undefined : <Card icon="socialIndex" name={t('shell.start.demo')} note={t('shell.start.demoNote')} onPress={() => run('bundle.openDemo')} />}
      </div>
      <section className="section">
        <h2>{t('shell.start.recent')}</h2>
        {recent.length === 0 ? (
          <p className="note">{t('shell.start.noRecent')}</p>
        ) : (
          <ul className="recent-list">
            {recent.map((file) => (
              <li key={file.recentId}>
                <AriaButton className="recent-entry" isDisabled={file.missing} onPress={() => void openRecent(file)}>
                  <span className="grow cut">{file.name}</span>
                  <span className="note">{file.missing ? t('shell.start.missing') : t(file.kind === 'bundle' ? 'shell.start.kindBundle' : 'shell.start.kindProject')}</span>
                </AriaButton>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className="note">{t('shell.start.drop')}</p>
    </DialogFrame>
  );
}

const Card = ({ icon, name, note, onPress }: { readonly icon: IconName; readonly name: string; readonly note: string; readonly onPress: () => void }) => (
  <AriaButton className="card-button" onPress={onPress}>
    <Icon name={icon} size={20} />
    <span>
      <strong>{name}</strong>
      <span className="note">{note}</span>
    </span>
  </AriaButton>
);
