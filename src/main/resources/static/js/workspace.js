// What the workspace adds to pages that work without it.
(function () {
	'use strict';

	const boxes = (name) => [...document.querySelectorAll(`input[type="checkbox"][name="${CSS.escape(name)}"]`)];

	// data-select-all="name" ticks all boxes of that name; data-selection="name" shows while some are ticked.
	function showSelection() {
		document.querySelectorAll('[data-selection]').forEach((bar) => {
			const count = boxes(bar.dataset.selection).filter((box) => box.checked).length;
			bar.hidden = count === 0;
			bar.querySelectorAll('[data-selection-count]').forEach((place) => { place.textContent = String(count); });
		});
		document.querySelectorAll('[data-select-all]').forEach((all) => {
			const own = boxes(all.dataset.selectAll);
			const count = own.filter((box) => box.checked).length;
			all.checked = count > 0 && count === own.length;
			all.indeterminate = count > 0 && count < own.length;
		});
	}

	const closeMenus = (except) => document.querySelectorAll('details.menu[open]').forEach((menu) => {
		if (!except || !menu.contains(except)) {
			menu.open = false;
		}
	});

	document.addEventListener('click', (event) => closeMenus(event.target));

	document.addEventListener('change', (event) => {
		const target = event.target;
		if (target.dataset.selectAll) {
			boxes(target.dataset.selectAll).forEach((box) => { box.checked = target.checked; });
		}
		if (target.matches('input[type="checkbox"]')) {
			showSelection();
		}
		if (target.closest('[data-autosubmit]')) {
			target.form.requestSubmit();
		}
	});

	document.addEventListener('keydown', (event) => {
		const typing = event.target.closest('input, textarea, select, [contenteditable]');
		if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
			const search = document.querySelector('input[type="search"]');
			if (search) {
				event.preventDefault();
				search.focus();
				search.select();
			}
		}
		if (event.key === 'Escape') {
			const open = event.target.closest('details.menu[open]');
			closeMenus();
			if (open) {
				open.querySelector('summary').focus();
			}
			else if (event.target.matches('input[type="search"]')) {
				event.target.blur();
			}
		}
	});

	window.addEventListener('pageshow', showSelection);

	// What a page asks by itself is no sign of somebody sitting there.
	document.addEventListener('htmx:configRequest', (event) => {
		if (!event.detail.triggeringEvent) {
			event.detail.headers['X-Unattended'] = 'true';
		}
	});

	// How an element is found again after the part of the page around it was renewed.
	const mark = (element) => [element.closest('[id]')?.id, element.tagName, element.name, element.value,
		element.getAttribute('href'), element.closest('form')?.getAttribute('action'), element.textContent.trim()].join('|');

	// A region that is renewed by itself keeps what was ticked, what was open, and where the focus was.
	let before = { region: null, ticked: new Set(), open: new Set(), focus: null, inside: false };
	document.addEventListener('htmx:beforeSwap', (event) => {
		const region = event.detail.target;
		before = {
			region: region.id,
			ticked: new Set([...document.querySelectorAll('[data-keep-ticks] input:checked')].map((box) => box.value)),
			open: new Set([...region.querySelectorAll('details[open] > summary')].map(mark)),
			focus: document.activeElement !== document.body ? mark(document.activeElement) : null,
			inside: region.contains(document.activeElement),
		};
	});
	document.addEventListener('htmx:afterSwap', () => {
		document.querySelectorAll('[data-keep-ticks] input[type="checkbox"]').forEach((box) => {
			box.checked = box.checked || before.ticked.has(box.value);
		});
		showSelection();
		const region = before.region && document.getElementById(before.region);
		if (!region) {
			return;
		}
		region.querySelectorAll('details > summary').forEach((summary) => {
			if (before.open.has(mark(summary))) {
				summary.parentElement.open = true;
			}
		});
		if (before.focus && document.activeElement === document.body) {
			const same = [...document.querySelectorAll('a, button, summary, input, select, textarea')]
				.find((element) => mark(element) === before.focus);
			if (!same && before.inside) {
				region.tabIndex = -1;
			}
			(same ?? region).focus({ preventScroll: true });
		}
	});
})();
