import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { useRef, type ReactElement } from "react";
import { incomingFile, type IncomingFile } from "./incoming-file.js";
import { openPicker, pickFiles } from "./pick-files.js";
import { PaneButton } from "../pane/index.js";

export interface OpenButtonProps {
  readonly label: string;
  readonly look: "primary" | "subtle" | "plain";
  readonly small?: boolean;
  /** A name for tests and for telling the buttons apart. */
  readonly purpose: string;
  readonly chosen: (files: readonly IncomingFile[]) => void;
}

/** The browser's own file dialog behind a button; the one that can save in place where there is one. */
export function OpenButton({ label, look, small = false, purpose, chosen }: OpenButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <PaneButton
        look={look}
        small={small}
        {...(small ? {} : { icon: <FolderOpen20Regular /> })}
        onClick={() => {
          const pick = openPicker();
          if (pick) void pickFiles(pick).then(chosen);
          else input.current?.click();
        }}
        data-open={purpose}
      >
        {label}
      </PaneButton>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].map((file) => incomingFile(file));
          currentTarget.value = "";
          chosen(files);
        }}
      />
    </>
  );
}
