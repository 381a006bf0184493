(function () {
  "use strict";
  var root = document.documentElement;
  var words = JSON.parse(document.body.dataset.words || "{}");

  function store(key, value) {
    try {
      if (value === undefined) { return localStorage.getItem(key); }
      localStorage.setItem(key, value);
    } catch (error) { return null; }
    return value;
  }
  function all(selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); }
  function button(text, name, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = text;
    if (act) { made.addEventListener("click", act); }
    return made;
  }

  var theme = store("theme");
  if (theme) { root.dataset.theme = theme; }
  all(".theme").forEach(function (found) {
    found.hidden = false;
    found.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = store("theme", dark ? "light" : "dark") || (dark ? "light" : "dark");
    });
  });

  var narrow = matchMedia("(max-width: 52rem)");
  var fold = document.querySelector(".menu-fold");
  if (fold && narrow.matches) { fold.open = false; }
  var here = document.querySelector('.menu [aria-current="page"]');
  if (here && !narrow.matches) { here.closest(".menu").scrollTop = here.offsetTop - 200; }

  // Sections beside each other become tabs. Where they are languages, the chosen one is remembered, and shown wherever there are some.
  var groups = [];
  all("[data-tabs]").forEach(function (group, number) {
    var panels = all(":scope > section", group);
    var list = document.createElement("div");
    list.className = "tabs";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", group.dataset.tabs);
    var tabs = panels.map(function (panel, index) {
      var heading = panel.querySelector(":scope > h2, :scope > h3");
      var tab = button(heading ? heading.textContent : panel.getAttribute("aria-label"), "tab");
      tab.id = "tab-" + number + "-" + index;
      tab.setAttribute("role", "tab");
      panel.id = panel.id || "panel-" + number + "-" + index;
      panel.setAttribute("role", "tabpanel");
      tab.setAttribute("aria-controls", panel.id);
      if (heading) { heading.hidden = true; }
      tab.addEventListener("click", function () {
        choose(index);
        if (group.dataset.remember) {
          store(group.dataset.remember, panel.dataset.key);
          groups.forEach(function (other) { other(panel.dataset.key); });
        }
      });
      tab.addEventListener("keydown", function (event) {
        var keys = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: panels.length - 1 };
        if (!(event.key in keys)) { return; }
        event.preventDefault();
        var next = tabs[(keys[event.key] + panels.length) % panels.length];
        next.click();
        next.focus();
      });
      list.appendChild(tab);
      return tab;
    });
    function choose(chosen) {
      panels.forEach(function (panel, index) {
        panel.hidden = index !== chosen;
        tabs[index].setAttribute("aria-selected", String(index === chosen));
        tabs[index].tabIndex = index === chosen ? 0 : -1;
      });
    }
    function named(key) {
      var index = panels.findIndex(function (panel) { return panel.dataset.key === key; });
      if (index >= 0) { choose(index); }
    }
    group.insertBefore(list, panels[0]);
    choose(0);
    if (group.dataset.remember) {
      named(store(group.dataset.remember));
      groups.push(named);
    }
    // A link may lead into a panel that is not shown.
    panels.forEach(function (panel, index) { panel.addEventListener("reveal", function () { choose(index); }); });
  });

  // A deep link opens all that it lies in.
  function reveal() {
    var target;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { return; }
    if (!target || !location.hash) { return; }
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
      if (node.hidden) { node.dispatchEvent(new Event("reveal")); }
    }
    var inside = target.querySelector(":scope > details");
    if (inside) { inside.open = true; }
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  function copying(text) {
    var made = button(words.copy, "copy", function () {
      navigator.clipboard.writeText(text()).then(function () {
        made.textContent = words.copied;
        setTimeout(function () { made.textContent = words.copy; }, 1500);
      });
    });
    return made;
  }
  if (navigator.clipboard) {
    all("main pre").forEach(function (pre) {
      var frame = document.createElement("div");
      frame.className = "code";
      pre.parentNode.insertBefore(frame, pre);
      frame.appendChild(copying(function () { return pre.textContent; }));
      frame.appendChild(pre);
    });
    all("[data-copy]").forEach(function (code) {
      code.parentNode.insertBefore(copying(function () { return code.dataset.copy; }), code.nextSibling);
    });
  }

  all(".tree").forEach(function (tree) {
    var folds = all("details", tree);
    if (!folds.length) { return; }
    var tools = document.createElement("div");
    tools.className = "tools";
    [[words.expand, true], [words.collapse, false]].forEach(function (each) {
      tools.appendChild(button(each[0], "tool", function () {
        folds.forEach(function (found) {
          // An accordion shows one variant at a time, unless all are asked for.
          if (each[1]) { found.removeAttribute("name"); }
          found.open = each[1];
        });
      }));
    });
    if (Number(tree.dataset.count) > 30) { tools.appendChild(filter(tree)); }
    tree.insertBefore(tools, tree.firstChild);
  });
  function filter(tree) {
    var input = document.createElement("input");
    input.type = "search";
    input.placeholder = words.filter;
    input.setAttribute("aria-label", words.filter);
    var entries = all(".attribute", tree);
    input.addEventListener("input", function () {
      var wanted = input.value.trim().toLowerCase();
      entries.forEach(function (entry) { entry.hidden = Boolean(wanted); });
      entries.forEach(function (entry) {
        if (!wanted || !entry.querySelector(".name").textContent.toLowerCase().includes(wanted)) { return; }
        // What is inside of it stays to be seen, and so does what it is in.
        all(".attribute", entry).forEach(function (inner) { inner.hidden = false; });
        for (var node = entry; node !== tree; node = node.parentElement) {
          node.hidden = false;
          if (node.tagName === "DETAILS") { node.removeAttribute("name"); node.open = true; }
        }
      });
    });
    return input;
  }
})();
