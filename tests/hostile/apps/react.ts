import { createElement as h, useState } from "react";
import { words } from "./words";

export function App() {
  const [clicked, setClicked] = useState(false);
  return h(
    "article",
    null,
    h("h1", null, words.title),
    h("p", { className: "first" }, words.first),
    h("p", null, clicked ? words.later : words.second),
    h("button", { type: "button", onClick: () => setClicked(true) }, "More"),
  );
}
