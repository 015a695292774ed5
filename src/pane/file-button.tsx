import { useRef, type ReactElement, type ReactNode } from "react";
import type { ChosenFile } from "./desk-state.js";
import { PaneButton, type PaneButtonProps } from "./pane-button.js";

export interface FileButtonProps {
  readonly children: string;
  readonly icon?: ReactNode;
  readonly off?: boolean;
  readonly look?: PaneButtonProps["look"];
  /** Endings of the files that may be chosen. */
  readonly accept?: string;
  /** False for one file only. */
  readonly several?: boolean;
  /** A dialog to be asked instead of the browser's plain one. */
  readonly pick?: (() => Promise<ChosenFile | null>) | null;
  readonly onChoose: (files: readonly ChosenFile[]) => void;
}

/** The browser's own dialog for files, workbooks unless said otherwise, behind a button. */
export function FileButton({
  children,
  icon,
  off = false,
  look = "plain",
  accept = ".xlsx,.xlsm",
  several = true,
  pick = null,
  onChoose,
}: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const ask = (): void => {
    if (pick) void pick().then((file) => file && onChoose([file]));
    else input.current?.click();
  };
  return (
    <>
      <PaneButton small look={look} off={off} icon={icon} onClick={ask}>
        {children}
      </PaneButton>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={several}
        hidden
        aria-label={children}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = "";
          if (files.length > 0) onChoose(files.map(chosenFile));
        }}
      />
    </>
  );
}

/** Read when it is needed, not before. */
function chosenFile(file: File): ChosenFile {
  return { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
