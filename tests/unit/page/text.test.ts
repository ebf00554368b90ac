// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { offsetOf, positionOf, rangeOf, readText, TextReader } from "../../../lib/page";

// happy-dom has no StaticRange.
vi.stubGlobal(
  "StaticRange",
  class {
    constructor(bounds: StaticRangeInit) {
      Object.assign(this, bounds);
    }
  },
);

afterEach(() => {
  document.body.innerHTML = "";
});

function read(html: string) {
  document.body.innerHTML = html;
  return readText(document.body);
}

describe("what is read", () => {
  it.each([
    ["inline tags add nothing", "<p>Im<b>migr</b><i>ation</i></p>", "Immigration"],
    ["blocks are separated", "<p>one</p><p>two</p>", "one\ntwo"],
    ["a line break separates", "<p>one<br>two</p>", "one\ntwo"],
    ["a line break at the end of an inline tag separates", "<p><b>one<br></b>two</p>", "one\ntwo"],
    ["a break before white space separates", "<p>one<br> <b>two</b></p>", "one\ntwo"],
    ["space between inline tags is kept", "<p><b>New</b> <i>York</i></p>", "New York"],
    ["space between blocks is dropped", "<div>\n <p>one</p>\n <p>two</p>\n</div>", "one\ntwo"],
    ["line ends in the source are spaces", "<p>New\nYork</p>", "New York"],
    ["text around a block in the same parent is separated", "<div>one<div>two</div>three</div>", "one\ntwo\nthree"],
    ["an empty block separates too", "<div>one<div></div>three</div>", "one\nthree"],
    ["table cells are blocks", "<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"],
    ["scripts and styles", "<p>a<script>x</script>b<style>y</style></p>", "ab"],
    ["hidden by attribute", "<p>Chi<span hidden>x</span>cago <span aria-hidden='true'>y</span></p>", "Chicago "],
    ["inert", "<div inert><p>a</p></div><p>b</p>", "b"],
    ["editors", "<div contenteditable><p>a <b contenteditable='false'>b</b></p></div><p>c</p>", "c"],
    ["an editor switched off is read", "<div contenteditable='false'>a</div>", "a"],
    ["fields and buttons", "<p>a</p><textarea>b</textarea><button>c</button><select><option>d</option></select>", "a"],
    ["code separates", "<p>run <code>ls</code> now</p>", "run \n now"],
    ["navigation", "<nav>a</nav><div role='navigation'>b</div><ul role='menu'><li>c</li></ul><p>d</p>", "d"],
    ["the site's footer", "<p>a</p><footer>b</footer>", "a"],
    ["a footer of a quotation", "<blockquote>a<footer>b</footer></blockquote>", "a\nb"],
    ["a closed dialog", "<dialog>a</dialog><dialog open>b</dialog>", "b"],
    ["ruby readings", "<p><ruby>漢<rt>かん</rt></ruby>字</p>", "漢字"],
    ["a raised note does not stick to the word", "<p>by ICE<sup>1</sup> agents</p>", "by ICE 1 agents"],
    ["an ordinal stays whole", "<p>the 4<sup>th</sup> day</p>", "the 4th day"],
    ["comments are passed over", "<p>Chi<!-- x -->cago</p>", "Chicago"],
  ])("%s", (_, html, text) => {
    expect(read(html).text).toBe(text);
  });

  it("reads nothing of a document in design mode", () => {
    document.body.innerHTML = "<p>a</p>";
    document.designMode = "on";
    expect(readText(document).text).toBe("");
    document.designMode = "off";
  });

  it("reads open shadow roots at their host's place, when asked to", () => {
    document.body.innerHTML = "<p>a</p><div id='host'></div><p>c</p>";
    const root = document.querySelector("#host")!.attachShadow({ mode: "open" });
    root.innerHTML = "<p>b</p>";
    expect(readText(document.body).text).toBe("a\nc");
    const read = readText(document.body, { shadow: true });
    expect(read.text).toBe("a\nb\nc");
    expect(read.shadowRoots).toEqual([root]);
  });

  it("leaves out our own elements", () => {
    document.body.innerHTML = "<p>a</p><div id='ours'><p>b</p></div>";
    const ours = document.querySelector("#ours")!;
    expect(readText(document.body, { isOurs: (node) => node === ours }).text).toBe("a");
  });

  it("survives a thousandfold nesting", () => {
    let inner: Element = document.body;
    for (let depth = 0; depth < 3000; depth++) inner = inner.appendChild(document.createElement("div"));
    inner.textContent = "deep";
    expect(readText(document.body).text).toBe("deep");
  });

  it("gives the same text in pieces, cut between blocks", () => {
    const html = Array.from({ length: 50 }, (_, index) => `<p>Paragraph <b>${index}</b> ends.</p>`).join("");
    const whole = read(html).text;
    const reader = new TextReader(document.body);
    const pieces: string[] = [];
    for (let piece = reader.read(100); piece; piece = reader.read(100)) pieces.push(piece.text);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join("\n")).toBe(whole);
  });
});

describe("places", () => {
  it("begins a mention in the tag of its first letter and ends it in that of its last", () => {
    const text = read("<p>near <b>New</b> <i>York</i> today</p>");
    const range = rangeOf(text, 5, 13)!;
    expect((range.startContainer as Text).data).toBe("New");
    expect([range.startOffset, range.endOffset]).toEqual([0, 4]);
    expect((range.endContainer as Text).data).toBe("York");
  });

  it("knows the way back from a caret place", () => {
    const text = read("<p>near <b>New</b> York</p><p>end</p>");
    const bold = document.querySelector("b")!;
    expect(offsetOf(text, bold.firstChild!, 2)).toBe(7);
    expect(offsetOf(text, bold, 0)).toBe(5);
    expect(offsetOf(text, document.body, 1)).toBe(text.text.indexOf("end"));
    expect(offsetOf(text, document.createTextNode("x"), 0)).toBeNull();
  });

  it("gives no range for what is empty, outside, or has since been shortened", () => {
    const text = read("<p>some words</p>");
    expect(rangeOf(text, 3, 3)).toBeNull();
    expect(rangeOf(text, 0, 99)).toBeNull();
    expect(positionOf(text, -1)).toBeNull();
    text.runs[0]!.node.data = "so";
    expect(rangeOf(text, 0, 10)).toBeNull();
  });
});
