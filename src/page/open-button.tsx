import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { useRef, type ReactElement } from "react";
import { incomingFile } from "./incoming-file.js";
import type { PageModel } from "./page-model.js";
import { PaneButton } from "../pane/index.js";

export interface OpenButtonProps {
  readonly model: PageModel;
  readonly label: string;
  readonly look: "primary" | "subtle";
}

/** The browser's own file dialog behind a button. */
export function OpenButton({ model, label, look }: OpenButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <PaneButton look={look} icon={<FolderOpen20Regular />} onClick={() => input.current?.click()} data-open="">
        {label}
      </PaneButton>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = [...(currentTarget.files ?? [])];
          currentTarget.value = "";
          if (file) void model.take(incomingFile(file));
        }}
      />
    </>
  );
}
