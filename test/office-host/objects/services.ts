import type { FunctionCalls } from "../function-calls.js";
import { HostError } from "../protocol/errors.js";
import { bind, type WireObject, type WireType } from "./wire-object.js";

/** What of the shared runtime the add-in asked for: shown or hidden, started with the document or not. */
export interface RuntimeState {
  visibility: string;
  startState: string;
}

const internalService: WireType<null> = {
  name: "AddinInternalService",
  calls: { NotifyActionHandlerReady: () => null },
};

const telemetryService: WireType<null> = {
  name: "TelemetryService",
  calls: { SendTelemetryEvent: () => null },
};

const runtimeService: WireType<RuntimeState> = {
  name: "AppRuntimeService",
  calls: {
    GetAppRuntimeState: (state) => state.visibility,
    SetAppRuntimeState: (state, [visibility]) => {
      state.visibility = String(visibility);
      return null;
    },
  },
};

const persistenceService: WireType<RuntimeState> = {
  name: "AppRuntimePersistenceService",
  calls: {
    GetAppRuntimeStartState: (state) => state.startState,
    SetAppRuntimeStartState: (state, [startState]) => {
      state.startState = String(startState);
      return null;
    },
  },
};

const ribbonService: WireType<null> = {
  name: "DynamicRibbon",
  calls: { ExecuteRequestUpdate: () => null },
};

/** Where the library says that it is ready to be called, and hands results over, several at a time. */
const functionService: WireType<FunctionCalls> = {
  name: "CustomFunctions",
  calls: {
    _SetOsfControlContainerReadyForCustomFunctions: (calls) => {
      calls.start();
      return null;
    },
    SetInvocationResults: (calls, [results]) => {
      calls.settle(results);
      return null;
    },
  },
};

/** Objects that a batch makes by their type name instead of reaching them from the workbook. */
export function serviceObject(typeName: string, state: RuntimeState, functions: FunctionCalls | null): WireObject {
  switch (typeName) {
    case "Microsoft.ExcelServices.CustomFunctions":
      if (functions === null) throw new HostError("ApiNotFound");
      return bind(functionService, functions);
    case "Microsoft.InternalService.AddinInternalService":
      return bind(internalService, null);
    case "Microsoft.Telemetry.TelemetryService":
      return bind(telemetryService, null);
    case "Microsoft.AppRuntime.AppRuntimeService":
      return bind(runtimeService, state);
    case "Microsoft.AppRuntime.AppRuntimePersistenceService":
      return bind(persistenceService, state);
    case "Microsoft.DynamicRibbon.DynamicRibbon":
      return bind(ribbonService, null);
    default:
      throw new HostError("ApiNotFound");
  }
}
