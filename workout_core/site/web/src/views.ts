/** On a narrow screen the text and the result take turns. */
import { byId } from "./elements";

type View = "text" | "result";

export interface Views {
  show(view: View): void;
}

export function switchViews(): Views {
  const buttons = {
    text: byId("view-text", HTMLButtonElement),
    result: byId("view-result", HTMLButtonElement),
  };
  const show = (view: View): void => {
    document.body.dataset["view"] = view;
    for (const [name, button] of Object.entries(buttons))
      button.setAttribute("aria-pressed", String(name === view));
  };
  for (const name of ["text", "result"] as const) buttons[name].addEventListener("click", () => show(name));
  return { show };
}
