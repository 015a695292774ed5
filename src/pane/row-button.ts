import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** A button that is a whole row of text and looks like one: lists that open, lists that copy. */
export const rowButton: GriffelStyle = {
  appearance: "none",
  width: "100%",
  border: "none",
  borderRadius: tokens.borderRadiusMedium,
  background: "none",
  color: tokens.colorNeutralForeground1,
  fontFamily: "inherit",
  fontSize: "12px",
  lineHeight: "18px",
  textAlign: "left",
  cursor: "pointer",
  ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
  ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
  ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
};
