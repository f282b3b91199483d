import '@fontsource-variable/inter';
import './styles/tokens.css';
import './styles/base.css';
import './styles/widgets.css';
import './styles/layout.css';
import './styles/views.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { begin } from './commands/begin.ts';
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
      <App />
    </WorkspaceProvider>
  </StrictMode>,
);
void begin(workspace);
