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

  // Search: Pagefind's program is loaded when somebody begins to search.
  var source = document.currentScript ? document.currentScript.src : "";
  all(".search").forEach(function (found) {
    var engine, dialog, input, list, status, timer, asked = 0;
    found.hidden = false;
    found.addEventListener("click", open);
    // Who comes near is likely to search.
    found.addEventListener("pointerenter", start);
    found.addEventListener("focus", start);
    addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) { return; }
      event.preventDefault();
      open();
    });
    function make(tag, parent, text) {
      var made = document.createElement(tag);
      made.textContent = text || "";
      parent.appendChild(made);
      return made;
    }
    function open() {
      if (!dialog) {
        dialog = make("dialog", document.body);
        dialog.className = "finder";
        dialog.setAttribute("aria-label", words.search);
        input = make("input", dialog);
        input.type = "search";
        input.placeholder = words.search_hint;
        input.setAttribute("aria-label", words.search_hint);
        status = make("p", dialog);
        status.setAttribute("role", "status");
        status.hidden = true;
        list = make("ol", dialog);
        input.addEventListener("input", look);
        dialog.addEventListener("click", function (event) { if (event.target === dialog || event.target.closest("a")) { dialog.close(); } });
        dialog.addEventListener("keydown", function (event) {
          var stops = [input].concat(all("a", list));
          var next = stops.indexOf(document.activeElement) + ({ ArrowDown: 1, ArrowUp: -1 })[event.key];
          if (event.key === "Enter" && document.activeElement === input && stops[1]) { stops[1].click(); }
          // The first Escape would only empty the field.
          if (event.key === "Escape") { event.preventDefault(); input.blur(); dialog.close(); }
          if (stops[next]) { event.preventDefault(); stops[next].focus(); }
        });
      }
      if (!dialog.open) { dialog.showModal(); }
      input.select();
      start();
      engine.catch(function () { say(words.search_missing); });
    }
    function start() {
      engine = engine || import(new URL("../pagefind/pagefind.js", source).href).then(function (loaded) {
        return loaded.init().then(function () { return loaded; });
      });
      engine.catch(function () {});
    }
    function say(text) {
      status.textContent = text;
      status.hidden = !text;
    }
    function look() {
      clearTimeout(timer);
      var wanted = input.value.trim();
      // Words that begin alike stand in one part of the index, which comes while the rest is typed.
      if (wanted.length > 2) { engine.then(function (loaded) { return loaded.preload(wanted); }).catch(function () {}); }
      // Each search loads pages: those for words that are half typed would be for nothing.
      timer = setTimeout(find, 60);
    }
    function find() {
      var wanted = input.value.trim();
      var number = asked += 1;
      if (!wanted) { list.replaceChildren(); say(""); return; }
      engine.then(function (loaded) {
        return pagesOf(loaded, wanted, number).then(function (pages) {
          // A name with a fault in it is looked for by its parts.
          var parts = wanted.replace(/_/g, " ");
          if (number !== asked || parts === wanted || pages.some(function (page) { return page.content.includes(wanted); })) { return pages; }
          return pagesOf(loaded, parts, number).then(function (others) { return others.length ? others : pages; });
        });
      }).then(function (pages) {
        if (number !== asked) { return; }
        // Results of a slow search may come when somebody walks through earlier ones.
        var at = list.contains(document.activeElement) ? document.activeElement.href : "";
        list.replaceChildren.apply(list, ordered(pages, wanted).map(function (each) { return result(each.page, each.named); }));
        if (at) { (all("a", list).find(function (link) { return link.href === at; }) || input).focus(); }
        say(pages.length ? "" : words.search_none);
      }, function () {});
    }
    function pagesOf(loaded, wanted, number) {
      return loaded.search(wanted).then(function (found) {
        // Nothing is loaded for what is not asked any more.
        return number !== asked ? [] : Promise.all(found.results.slice(0, 8).map(function (each) { return each.data(); }));
      });
    }
    // Pages that have an attribute of that name come first: where it is sent before where it is received, the outer before the inner.
    function ordered(pages, wanted) {
      return pages.map(function (page, index) {
        var named = attribute(page, wanted);
        var rank = named ? (/^response/.test(named) ? 50 : 0) + named.split(".").length : 100;
        return { page: page, named: named, rank: rank, index: index };
      }).sort(function (a, b) { return a.rank - b.rank || a.index - b.index; });
    }
    function attribute(page, wanted) {
      var names = page.anchors.filter(function (each) { return each.element === "li"; }).map(function (each) { return each.id; });
      var faults = wanted.length > 5 ? 2 : 0;
      var best = "";
      names.forEach(function (name) {
        var differs = distance(name.split(".").pop().toLowerCase(), wanted.toLowerCase());
        if (differs < faults || (differs === faults && !best)) { best = name; faults = differs; }
      });
      return best;
    }
    // How many letters would have to be changed, added or taken away.
    function distance(one, other) {
      if (Math.abs(one.length - other.length) > 2) { return 3; }
      var row = Array.from(other + " ", function (_, index) { return index; });
      Array.from(one).forEach(function (letter, line) {
        var before = row[0];
        row[0] = line + 1;
        for (var column = 1; column < row.length; column += 1) {
          var kept = before + (letter === other[column - 1] ? 0 : 1);
          before = row[column];
          row[column] = Math.min(kept, before + 1, row[column - 1] + 1);
        }
      });
      return row[row.length - 1];
    }
    function result(page, named) {
      var item = document.createElement("li");
      var link = make("a", item, page.meta.title);
      var place = named || anchor(page);
      link.href = new URL(".." + page.raw_url, source).href + (place ? "#" + encodeURIComponent(place) : "");
      if (place) { make("span", link).appendChild(document.createElement("code")).textContent = place; }
      // The excerpt is Pagefind's: text with its words in mark elements.
      var parts = page.excerpt.split(/<\/?mark>/);
      var about = make("span", link);
      parts.forEach(function (part, index) {
        var plain = new DOMParser().parseFromString("<p>" + part, "text/html").body.textContent;
        if (index % 2) { make("mark", about, plain); } else { about.append(plain); }
      });
      return item;
    }
    // The place that has the most of what was looked for.
    function anchor(page) {
      var scores = {}, best = "";
      page.weighted_locations.forEach(function (hit) {
        var before = page.anchors.filter(function (each) { return each.location <= hit.location; }).pop();
        var id = before ? before.id : "";
        scores[id] = (scores[id] || 0) + hit.balanced_score;
        if (scores[id] > (scores[best] || 0)) { best = id; }
      });
      return best;
    }
  });

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
