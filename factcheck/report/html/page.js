"use strict";
// Filters the questions. Without it the page shows everything, and loses nothing else.
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const asked = [...document.querySelectorAll(".asked")];
  const marks = [...document.querySelectorAll(".story .claim")];
  const chapters = [...document.querySelectorAll(".chapter")];
  const count = form.querySelector("output");

  const wanted = (card, { verdict, kind, outlet }) =>
    (!verdict || card.dataset.verdict === verdict) &&
    (!kind || card.dataset.kind === kind) &&
    (!outlet || card.dataset.outlets.split(" ").includes(outlet));

  const filter = () => {
    const choice = Object.fromEntries(new FormData(form));
    for (const card of [...cards, ...asked]) card.hidden = !wanted(card, choice);
    for (const chapter of chapters) {
      chapter.hidden = !chapter.querySelector(".card:not([hidden]), .asked:not([hidden])");
    }
    const shown = new Set(cards.filter((card) => !card.hidden).map((card) => "#" + card.id));
    for (const mark of marks) mark.classList.toggle("off", !shown.has(mark.getAttribute("href")));
    count.textContent = `${shown.size} of ${cards.length} questions`;
  };

  // A link to a question that is filtered out, or to a quote that is folded in, shows it first.
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    target.scrollIntoView({ block: "nearest" });
  };

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  form.hidden = false;
  filter();
  reveal();
})();
