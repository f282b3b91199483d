import '@fontsource-variable/inter';
import './styles/tokens.css';
import './styles/base.css';
import './styles/widgets.css';
import './styles/layout.css';
import './styles/views.css';
import './styles/import.css';
import './styles/broken-surface.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { begin } from './commands/begin.ts';
import { BrokenSurface } from './dialogs/broken-surface.tsx';
import { ErrorBoundary } from './dialogs/error-boundary.tsx';
import { electronPlatform } from './platform/bridge.ts';
import { jobRunner } from './platform/run-job.ts';
import { createJobWorker } from './platform/worker-source.ts';
import { WorkspaceProvider } from './state/context.tsx';
import { createWorkspace } from './state/workspace.ts';
import { App } from './views/app.tsx';

const workspace = createWorkspace(electronPlatform(), jobRunner(createJobWorker));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root element');
createRoot(root).render(
  <StrictMode>
    <WorkspaceProvider value={workspace}>
      <ErrorBoundary page={(error, again) => <BrokenSurface error={error} again={again} />}>
        <App />
      </ErrorBoundary>
    </WorkspaceProvider>
  </StrictMode>,
);
void begin(workspace);
