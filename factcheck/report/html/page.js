"use strict";
// Filters the questions. Without it the page shows everything, and loses nothing else.
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const asked = [...document.querySelectorAll(".asked")];
  const marks = [...document.querySelectorAll(".story .claim")];
  const chapters = [...document.querySelectorAll(".chapter")];
  const count = form.querySelector("output");
  const fields = [...form.elements].filter((field) => field.name);
  const words = new Map([...cards, ...asked].map((card) => [card, card.textContent.toLowerCase()]));
  const SUREST = ["sure", "likely", "possible"];

  const wanted = (card, { verdict, kind, outlet, confidence, place, find, across }) => {
    const { dataset } = card;
    const outlets = dataset.outlets.split(" ");
    return (!verdict || dataset.verdict === verdict) &&
      (!kind || dataset.kind === kind) &&
      (!outlet || outlets.includes(outlet)) &&
      (!confidence || SUREST.indexOf(dataset.confidence) <= SUREST.indexOf(confidence)) &&
      (!place || dataset.places.includes(place.trim().toLowerCase())) &&
      (!find || words.get(card).includes(find.trim().toLowerCase())) &&
      (!across || (outlets.length > 1 && !("inside" in dataset)));
  };

  // The number of an outlet is another one in the next report: its name goes into the address.
  const named = (field) => field.tagName === "SELECT" ? field.selectedOptions[0].label : field.value;

  const keep = (choice) => {
    const kept = new URLSearchParams();
    for (const field of fields) if (choice[field.name]) kept.set(field.name, named(field));
    const query = kept.toString();
    history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash);
  };

  const restore = () => {
    const kept = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = kept.get(field.name);
      if (value === null) continue;
      if (field.type === "checkbox") field.checked = true;
      else if (field.tagName === "SELECT") {
        const option = [...field.options].find((each) => each.label === value);
        if (option) option.selected = true;
      } else field.value = value;
    }
  };

  const filter = () => {
    const choice = Object.fromEntries(new FormData(form));
    for (const card of [...cards, ...asked]) card.hidden = !wanted(card, choice);
    const chosen = Object.values(choice).some(Boolean);
    for (const chapter of chapters) {
      chapter.hidden = !chapter.querySelector(".card:not([hidden]), .asked:not([hidden])");
      for (const fold of chapter.querySelectorAll(":scope > details")) fold.open = chosen;
    }
    const shown = new Set(cards.filter((card) => !card.hidden).map((card) => "#" + card.id));
    for (const mark of marks) mark.classList.toggle("off", !shown.has(mark.getAttribute("href")));
    count.textContent = `${shown.size} of ${cards.length} questions`;
    keep(choice);
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

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  form.hidden = false;
  restore();
  filter();
  reveal();
})();
