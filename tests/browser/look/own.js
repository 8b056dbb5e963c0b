// What axe does not look at: asked of the page as it stands, in the condition it stands in. Gives sentences about what is wrong.
"use strict";
const wanted = arguments[0];
const faults = [];
const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const named = (element) => {
  const words = (element.textContent || element.name || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const name = element.localName + (element.id ? "#" + element.id : "") + (element.classList.length ? "." + [...element.classList].join(".") : "");
  return words ? `${name} “${words}”` : name;
};
const controls = () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
  .filter((element) => shown(element) && !element.closest("[aria-hidden=true]") && !element.matches(":disabled"));
const box = (element) => {
  const one = element.getBoundingClientRect();
  const label = element.matches("[type=radio], [type=checkbox]") && element.labels[0];
  if (!label) return one;
  const other = label.getBoundingClientRect();
  return {
    width: Math.max(one.right, other.right) - Math.min(one.left, other.left),
    height: Math.max(one.bottom, other.bottom) - Math.min(one.top, other.top),
  };
};
// The line decides the size of a link that runs along in it (WCAG 2.5.8, "inline"); axe looks whether it is far from others.
const runsInLine = (element) => element.matches("a") && getComputedStyle(element).display === "inline";
const looks = {
  order() {
    const headings = document.querySelectorAll("h1");
    if (headings.length !== 1) faults.push(`${headings.length} first headings`);
    if (!document.title.trim()) faults.push("no title");
    if (document.querySelectorAll("main").length !== 1) faults.push("not one main part");
    if (!document.querySelector("body > header")) faults.push("no head of the page");
    if (!wanted.lang.includes(document.documentElement.lang)) faults.push(`language ${document.documentElement.lang}`);
    for (const menu of document.querySelectorAll("nav")) {
      if (!menu.getAttribute("aria-label") && !menu.getAttribute("aria-labelledby")) faults.push("a menu without a name");
    }
    const first = controls()[0];
    if (!first || first.getAttribute("href") !== "#content") faults.push("the way past the menu is not first");
    for (const element of document.querySelectorAll("[tabindex]")) {
      if (element.tabIndex > 0) faults.push(`${named(element)} jumps the queue`);
    }
  },
  // One thing to do (docs/design.md): the pen's colour stands once on a page.
  primary() {
    const inPen = [...document.querySelectorAll(".ds-button")]
      .filter((button) => shown(button) && !button.closest(".sr-only") && !button.matches(".sr-only, [data-color]") && (button.dataset.variant || "primary") === "primary");
    if (inPen.length > 1) faults.push(`${inPen.length} primary buttons: ${inPen.map(named).join(", ")}`);
  },
  // Enter in a field takes the form's first button: it saves. What one sees first is the step forward.
  writing() {
    for (const form of document.forms) {
      const steps = [...form.elements].filter((button) => button.matches("button[type=submit]"));
      if (!steps.some((button) => button.value === "review") || !steps.some((button) => button.value === "save")) continue;
      if (steps[0].value !== "save") faults.push(`Enter in a field is ${named(steps[0])}`);
      const seen = steps.filter((button) => button.name === "do" && !button.matches(".sr-only"));
      if (seen[0].value !== "review") faults.push(`${named(seen[0])} stands before the step forward`);
    }
  },
  summary() {
    const summary = document.querySelector(".ds-error-summary");
    const field = document.querySelector("[autofocus]");
    if (field && document.activeElement !== field) faults.push(`${named(field)} has no focus`);
    if (!summary) return;
    if (document.activeElement !== summary) faults.push("the error summary has no focus");
    if (summary.id === "errors" && !document.title.includes(":")) faults.push("the title does not speak of errors");
    const links = summary.querySelectorAll("a");
    if (links.length === 0 && summary.id === "errors") faults.push("the error summary leads nowhere");
    for (const link of links) {
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!place) faults.push(`${link.hash} is nowhere`);
      else if (!place.matches("input, select, textarea, fieldset, form, nav")) faults.push(`${link.hash} is no field`);
      else if (!place.matches("fieldset, form, nav") && place.getAttribute("aria-invalid") !== "true") faults.push(`${link.hash} is not said to be wrong`);
    }
  },
  width() {
    const page = document.documentElement;
    if (page.scrollWidth <= innerWidth) return;
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => shown(element) && element.getBoundingClientRect().right > innerWidth + 1)
      .map(named);
    faults.push(`${page.scrollWidth} px wide on ${innerWidth}: ${wide.slice(-3).join(", ")}`);
  },
  cut() {
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      if (!shown(element) || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      // A passage of three lines in a list: the page it leads to has the whole text.
      if (style.webkitLineClamp !== "none") continue;
      if (element.clientWidth <= 1 || element.matches("svg, svg *, input, select, textarea") || element.closest(".sr-only")) continue;
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) faults.push(`${named(element)} is cut off`);
    }
  },
  // WCAG 1.4.12, with the criterion's own measures.
  spacing() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    looks.width();
    looks.cut();
    document.adoptedStyleSheets = [];
  },
  targets() {
    const main = ".ds-button, .ds-input, select, textarea, summary, nav a, .help a, footer a";
    for (const element of controls()) {
      if (element.matches("[tabindex='-1'], .ds-skip-link") || runsInLine(element)) continue;
      const { width, height } = box(element);
      if (width <= 1 || height <= 1) continue;
      const least = element.matches(main) ? 43.9 : 23.9;
      if (height < least || width < 23.9) faults.push(`${named(element)} is ${Math.round(width)} × ${Math.round(height)} px`);
    }
  },
  focus() {
    const number = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
    const light = (colour) => {
      const [red, green, blue] = number(colour).slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element) => {
      for (let place = element.parentElement; place; place = place.parentElement) {
        const colour = getComputedStyle(place).backgroundColor;
        const parts = number(colour);
        if (parts.length === 3 || parts[3] === 1) return colour;
      }
      return "rgb(255, 255, 255)";
    };
    const before = document.activeElement;
    // What is made alike looks alike: three of a kind are enough.
    const kinds = new Map();
    const isOneOfMany = (element) => {
      const kind = [element.localName, element.type, element.className, element.parentElement.className, element.dataset.variant].join("|");
      kinds.set(kind, (kinds.get(kind) || 0) + 1);
      return kinds.get(kind) > 3;
    };
    for (const element of controls()) {
      if (isOneOfMany(element)) continue;
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) {
        if (element.tabIndex >= 0) faults.push(`${named(element)} takes no focus`);
        continue;
      }
      // A box or a radio button is shown with its words as one.
      const ring = element.matches("[type=radio], [type=checkbox]") ? element.closest(".ds-field") || element : element;
      const style = getComputedStyle(ring);
      const [one, other] = [light(style.outlineColor), light(behind(ring))].sort((a, b) => b - a);
      const contrast = (one + 0.05) / (other + 0.05);
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push(`${named(element)} shows no focus`);
      else if (contrast < 3) faults.push(`${named(element)} shows its focus at ${contrast.toFixed(1)} : 1`);
    }
    if (before && before !== document.body) before.focus({ preventScroll: true });
    else document.activeElement.blur();
  },
  stillness() {
    const moving = document.getAnimations().filter((animation) => animation.playState === "running");
    if (moving.length > 0) faults.push(`${moving.length} things move`);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") faults.push("the page glides");
  },
};
for (const name of wanted.looks) looks[name]();
return [...new Set(faults)];
