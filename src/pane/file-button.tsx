import { useRef, type ReactElement, type ReactNode } from "react";
import type { ChosenFile } from "./desk-state.js";
import { PaneButton } from "./pane-button.js";

export interface FileButtonProps {
  readonly children: string;
  readonly icon?: ReactNode;
  readonly off?: boolean;
  /** Endings of the files that may be chosen. */
  readonly accept?: string;
  readonly onChoose: (files: readonly ChosenFile[]) => void;
}

/** The browser's own dialog for files, workbooks unless said otherwise, behind a button. */
export function FileButton({
  children,
  icon,
  off = false,
  accept = ".xlsx,.xlsm",
  onChoose,
}: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <PaneButton small off={off} icon={icon} onClick={() => input.current?.click()}>
        {children}
      </PaneButton>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple
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
