import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { App } from "./react";

Reflect.set(window, "hydrateNow", () => {
  hydrateRoot(document.getElementById("app") as HTMLElement, createElement(App), {
    onRecoverableError: (error) => console.error("recovered", error),
  });
});
