import type { EmulatedHost } from "../emulated-host.js";

/** What `window.external` of a Windows host says synchronously at start; plain JSON, so that it can go into a page. */
export interface WindowsHostConfig {
  readonly app: EmulatedHost["app"];
  readonly matrix: string;
  readonly locale: string;
  readonly documentUrl: string;
  readonly readOnly: boolean;
  /** Colours as `0xRRGGBB` integers by Office's names, JSON text. */
  readonly theme: string;
  /** Changes with every start: the library caches settings under it in the session storage. */
  readonly instanceId: string;
  /** `1`: the add-in runs in a shared runtime; `2`: Excel knows of custom functions of it. */
  readonly hostInfoFlags: number;
}

export interface BridgeAnswer {
  readonly status: number;
  readonly payload: readonly unknown[];
}

/** The asynchronous half: everything that is answered through a callback. */
export interface HostBridge {
  execute(dispatchId: number, params: readonly unknown[]): Promise<BridgeAnswer>;
  /** Calls back with each event of the host. */
  listen(handler: (eventId: number, payload: readonly unknown[]) => void): void;
}

let started = 0;

export function windowsHostConfig(host: EmulatedHost, sharedRuntime: boolean): WindowsHostConfig {
  started += 1;
  const theme = Object.fromEntries(
    Object.entries(host.theme).map(([name, colour]) => [name, Number.parseInt(String(colour).slice(1), 16)]),
  );
  return {
    app: host.app,
    matrix: JSON.stringify(host.requirements),
    locale: host.locale,
    documentUrl: `C:\\Users\\accountant\\Documents\\${host.documentName}`,
    readOnly: host.readOnly,
    theme: JSON.stringify(theme),
    instanceId: `instance-${started}`,
    hostInfoFlags: (sharedRuntime ? 1 : 0) + (host.hasFunctions ? 2 : 0),
  };
}

/** Goes into `?_host_Info=` of the pane's address, and tells office.js which host file to load. */
export function hostInfo(config: WindowsHostConfig): string {
  return `${config.app}$Win32$16.01$${config.locale}$$$$${config.hostInfoFlags}`;
}

/**
 * Gives a window the `window.external` of Excel or Word on Windows. Uses nothing from outside itself: in a browser its source is
 * sent into the page.
 */
export function installWindowsHost(
  target: { external?: unknown; addEventListener?: unknown },
  config: WindowsHostConfig,
  bridge: HostBridge,
): void {
  interface SafeArray {
    toArray: () => unknown[];
  }
  const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => [...items] });
  const handlers = new Map<number, Set<(eventId: number, data: SafeArray) => void>>();
  const settings = new Map<string, string>();
  const documentSettings = {
    Read(keys: string[], values: string[]) {
      for (const [key, value] of settings) {
        keys.push(key);
        values.push(value);
      }
    },
    WriteAsync(keys: string[], values: string[], done: (status: number) => void) {
      settings.clear();
      keys.forEach((key, index) => settings.set(key, values[index] ?? ""));
      done(0);
    },
    RefreshAsync: (done: (status: number) => void) => done(0),
  };
  const constants: Record<string, unknown> = {
    GetAppType: config.app === "Excel" ? 1 : 2,
    GetSolutionRef: "annex-desk",
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: config.locale,
    GetAppDataLocale: config.locale,
    GetDocUrl: config.documentUrl,
    GetAppCapabilities: config.readOnly ? 1 : 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 0,
    GetSolutionToken: "",
    GetCorrelationId: "00000000-0000-0000-0000-000000000001",
    GetInstanceId: config.instanceId,
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: config.matrix,
    GetHostCustomMessage: "",
    GetHostFullVersion: "16.0.14332.20000",
    GetDialogRequirementMatrix: "",
    GetFeaturesForSolution: "",
    GetInitialDisplayMode: 2,
    GetOfficeThemeInfo: config.theme,
    GetLoggingAllowed: false,
    GetSettings: documentSettings,
  };
  const context: Record<string, () => unknown> = {};
  for (const name of Object.keys(constants)) context[name] = () => constants[name];

  bridge.listen((eventId, payload) => {
    for (const handler of handlers.get(eventId) ?? []) handler(eventId, safeArray(payload));
  });
  const external = {
    GetContext: () => context,
    Execute(dispatchId: number, params: readonly unknown[], callback: (answer: SafeArray, code: number) => void) {
      void bridge
        .execute(dispatchId, params)
        .then(({ status, payload }) => callback(safeArray([status, ...payload]), 0));
    },
    RegisterEvent(
      eventId: number,
      _target: string,
      handler: (eventId: number, data: SafeArray) => void,
      callback: (answer: SafeArray) => void,
    ) {
      const known = handlers.get(eventId) ?? new Set();
      handlers.set(eventId, known.add(handler));
      callback(safeArray([0]));
    },
    UnregisterEvent(eventId: number, _target: string, callback: (answer: SafeArray) => void) {
      handlers.delete(eventId);
      callback(safeArray([0]));
    },
  };
  Object.defineProperty(target, "external", { value: external, configurable: true });
}
