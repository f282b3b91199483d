import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

type Properties = {
  readonly children?: ReactNode;
  readonly icon?: IconName;
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** Name for screen readers and tooltip when the button shows an icon only. */
  readonly name?: string;
  /** Tooltip, usually with the shortcut. */
  readonly hint?: string;
  readonly onPress?: () => void;
  readonly className?: string;
  readonly autoFocus?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
};

/** A button with a word, or in a tight place an icon with a name and a tooltip. */
export function Button({ children, icon, kind = 'plain', small = false, disabled = false, name, hint, onPress, className, autoFocus, pressed, expanded }: Properties) {
  const button = (
    <AriaButton
      className={['button', kind, small ? 'small' : '', children === undefined ? 'icon-only' : '', className ?? ''].join(' ')}
      isDisabled={disabled}
      onPress={onPress}
      autoFocus={autoFocus}
      aria-label={children === undefined ? name : undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      {icon === undefined ? undefined : <Icon name={icon} />}
      {children === undefined ? undefined : <span className="cut">{children}</span>}
    </AriaButton>
  );
  const tip = hint ?? (children === undefined ? name : undefined);
  if (tip === undefined) return button;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {tip}
      </Tooltip>
    </TooltipTrigger>
  );
}
