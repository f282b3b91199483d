import { Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandId, type MenuPlace } from '#shared/commands.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** The menu bar from the registry of commands; what they do lies with the surface. */
export function menuBar(translate: Translate, run: (command: CommandId) => void): Menu {
  const items = (place: MenuPlace) => grouped(COMMANDS.filter((command) => command.menu === place), translate, run);
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, label: string): MenuItemConstructorOptions => ({ role: name, label });
  return Menu.buildFromTemplate([
    {
      label: translate('commands.menu.file'),
      submenu: [...items('file'), line, { label: translate('commands.menu.export'), submenu: items('export') }, line, role('quit', translate('commands.system.quit'))],
    },
    {
      label: translate('commands.menu.edit'),
      submenu: [
        ...items('edit').slice(0, 3),
        role('cut', translate('commands.system.cut')),
        role('copy', translate('commands.system.copy')),
        role('paste', translate('commands.system.paste')),
        role('selectAll', translate('commands.system.selectAll')),
        ...items('edit').slice(2),
      ],
    },
    { label: translate('commands.menu.steps'), submenu: items('steps') },
    { label: translate('commands.menu.view'), submenu: [...items('view'), line, role('togglefullscreen', translate('commands.system.fullScreen'))] },
    { label: translate('commands.menu.help'), submenu: items('help') },
  ]);
}

type Command = (typeof COMMANDS)[number];

function grouped(commands: readonly Command[], translate: Translate, run: (command: CommandId) => void): MenuItemConstructorOptions[] {
  return commands.flatMap((command, position) => {
    const item: MenuItemConstructorOptions = {
      id: command.id,
      label: translate(command.label),
      ...('shortcut' in command ? { accelerator: command.shortcut } : {}),
      click: () => run(command.id),
    };
    const previous = commands[position - 1];
    return previous !== undefined && previous.group !== command.group ? [{ type: 'separator' as const }, item] : [item];
  });
}
