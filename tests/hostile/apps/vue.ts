import { h, ref } from "vue";
import { words } from "./words";

export const App = {
  setup() {
    const clicked = ref(false);
    return () =>
      h("article", [
        h("h1", words.title),
        h("p", { class: "first" }, words.first),
        h("p", clicked.value ? words.later : words.second),
        h("button", { type: "button", onClick: () => (clicked.value = true) }, "More"),
      ]);
  },
};
