// What every page gains from JavaScript; all of them work without it.
(function () {
	'use strict';

	const tell = (text) => { document.getElementById('told').textContent = text; };

	function copyTheOldWay(text) {
		const area = document.createElement('textarea');
		area.value = text;
		area.className = 'visually-hidden';
		document.body.append(area);
		area.select();
		document.execCommand('copy');
		area.remove();
	}

	// data-copy-text="…" or data-copy="#id of what is copied"; data-copied is what is said afterwards.
	async function copy(button) {
		const source = button.dataset.copy && document.querySelector(button.dataset.copy);
		const text = button.dataset.copyText ?? (source ? (source.value ?? source.textContent.trim()) : '');
		try {
			await navigator.clipboard.writeText(text);
		}
		catch {
			copyTheOldWay(text);
		}
		const label = button.querySelector('span') ?? button;
		const before = button.dataset.label ?? label.textContent;
		button.dataset.label = before;
		label.textContent = button.dataset.copied ?? before;
		tell(label.textContent);
		setTimeout(() => { label.textContent = before; }, 2000);
	}

	document.addEventListener('click', (event) => {
		const button = event.target.closest('[data-copy], [data-copy-text]');
		if (button) {
			copy(button);
		}
	});

	// A button shows that it works at once, and is pressed once only.
	document.addEventListener('submit', (event) => {
		const form = event.target;
		const download = event.submitter?.hasAttribute('data-download');
		if (form.method !== 'post' || event.defaultPrevented || form.matches('[hx-post]') || download) {
			return;
		}
		if (form.dataset.sent) {
			event.preventDefault();
			return;
		}
		form.dataset.sent = 'yes';
		event.submitter?.setAttribute('aria-busy', 'true');
	});
	window.addEventListener('pageshow', () => {
		document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
		document.querySelectorAll('[aria-busy="true"]').forEach((button) => button.removeAttribute('aria-busy'));
	});

	// data-close-window="key": the page behind this window goes on, and this one closes once it was heard.
	const ending = document.querySelector('[data-close-window]');
	if (ending && 'BroadcastChannel' in window) {
		const windows = new BroadcastChannel('sign-in-windows');
		windows.addEventListener('message', (event) => {
			if (event.data.heard === ending.dataset.closeWindow) {
				window.close();
			}
		});
		windows.postMessage({ ended: ending.dataset.closeWindow });
	}

	// data-tell="address": tells the server once that a person sees this page.
	const csrf = document.querySelector('meta[name="csrf"]');
	document.querySelectorAll('[data-tell]').forEach((element) => {
		fetch(element.dataset.tell, {
			method: 'POST',
			credentials: 'same-origin',
			headers: csrf ? { [csrf.dataset.header]: csrf.content } : {},
		}).catch(() => {});
	});
})();
