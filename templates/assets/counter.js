// Counts what is left while one writes, as a person counts characters. Without it the form works the same.
"use strict";
for (const counter of document.querySelectorAll("[data-counter-for]")) {
  const field = document.getElementById(counter.dataset.counterFor);
  const limit = Number(counter.dataset.limit);
  const segmenter = self.Intl && Intl.Segmenter ? new Intl.Segmenter() : null;
  const length = (text) => (segmenter ? [...segmenter.segment(text)].length : [...text].length);
  const show = () => {
    const left = limit - length(field.value.trim().normalize("NFC"));
    counter.textContent = (left < 0 ? counter.dataset.over : counter.dataset.left).replace("{n}", Math.abs(left));
    if (left < 0) counter.dataset.state = "over";
    else delete counter.dataset.state;
  };
  field.addEventListener("input", show);
  show();
}
