import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

type Properties = {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** Without it the dialog waits for an answer. */
  readonly onClose?: () => void;
  readonly alert?: boolean;
};

/** A dialog in the middle of the window; Esc and a click beside it close it where nothing has to be answered. */
export function DialogFrame({ title, children, actions, wide = false, onClose, alert = false }: Properties) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable={onClose !== undefined} isKeyboardDismissDisabled={onClose === undefined} onOpenChange={(open) => !open && onClose?.()}>
      <Modal className={wide ? 'modal wide' : 'modal'}>
        <Dialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-body">
            <Heading slot="title" level={1}>
              {title}
            </Heading>
            {children}
          </div>
          {actions === undefined ? undefined : <div className="dialog-actions">{actions}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
