// A sign-in at a network in a window of its own; where none may be opened, or on a phone, in this one.
(function () {
	'use strict';

	const page = document.querySelector('[data-window-page]');
	if (!page || !('BroadcastChannel' in window)) {
		return;
	}
	const NAME = 'channelkeeper-sign-in';
	const EVERY = 1000;
	const PATIENCE = 1500;
	const key = crypto.randomUUID ? crypto.randomUUID() : URL.createObjectURL(new Blob()).slice(-36);
	const waiting = page.querySelector('[data-window-waiting]');
	const before = page.querySelector('[data-window-before]');
	const windows = new BroadcastChannel('sign-in-windows');
	let form = null;
	let opened = null;
	let timer = null;
	let told = false;
	let next = null;
	let gone = false;

	function show(isWaiting) {
		waiting.hidden = !isWaiting;
		before.hidden = isWaiting;
		if (isWaiting) {
			waiting.querySelector('h2').focus();
		}
	}

	function goOn() {
		if (next && !gone) {
			gone = true;
			clearInterval(timer);
			try {
				opened?.close();
			}
			catch {
				// The network cut the tie; the window closes itself.
			}
			location.assign(next);
		}
	}

	// The window is told that it is heard before this page is left.
	async function ask() {
		try {
			const answer = await fetch(`${page.dataset.windowPage}/${key}`, {
				credentials: 'same-origin', headers: { 'X-Unattended': 'true', Accept: 'application/json' },
			});
			if (!gone && answer.status === 200 && answer.headers.get('Content-Type')?.includes('json')) {
				next = (await answer.json()).next;
				clearInterval(timer);
				setTimeout(goOn, told ? 0 : PATIENCE);
			}
		}
		catch {
			// Asked again in a second.
		}
	}

	windows.addEventListener('message', (event) => {
		if (event.data.ended === key) {
			told = true;
			windows.postMessage({ heard: key });
			if (next) {
				goOn();
			}
			else {
				ask();
			}
		}
	});

	// Whoever comes back to this page begins anew.
	window.addEventListener('pageshow', (event) => {
		if (event.persisted) {
			location.reload();
		}
	});

	function open() {
		const width = 620;
		const height = 760;
		const left = Math.max(0, Math.round(window.screenX + (window.outerWidth - width) / 2));
		const top = Math.max(0, Math.round(window.screenY + (window.outerHeight - height) / 2));
		return window.open('', NAME, `popup,width=${width},height=${height},left=${left},top=${top}`);
	}

	page.addEventListener('submit', (event) => {
		if (!event.target.matches('[data-window-form]')) {
			return;
		}
		form = event.target;
		form.querySelector('input[name=window]')?.remove();
		form.removeAttribute('target');
		opened = window.matchMedia('(max-width: 767px)').matches ? null : open();
		if (!opened) {
			return;
		}
		const field = document.createElement('input');
		field.type = 'hidden';
		field.name = 'window';
		field.value = key;
		form.append(field);
		form.target = NAME;
		opened.focus();
		clearInterval(timer);
		timer = setInterval(ask, EVERY);
		// The form has left for the other window, so here it may be sent again.
		setTimeout(() => {
			delete form.dataset.sent;
			form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
			show(true);
		});
	});

	page.querySelector('[data-window-again]').addEventListener('click', () => form?.requestSubmit());

	// Whoever finishes over there after all is still awaited.
	page.querySelector('[data-window-cancel]').addEventListener('click', () => {
		try {
			opened?.close();
		}
		catch {
			// Left open.
		}
		show(false);
		form?.querySelector('button')?.focus();
	});
})();
