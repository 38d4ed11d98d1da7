// Choosing a creator's picture: dropped or picked, cut to a square before it is sent. Without this the middle is taken.
(function () {
	'use strict';

	const form = document.querySelector('[data-picture-form]');
	if (!form) {
		return;
	}
	const file = form.querySelector('input[type=file]');
	const drop = form.querySelector('[data-picture-drop]');
	const tooLarge = form.querySelector('[data-picture-too-large]');
	const refused = form.querySelector('.field-error:not([data-picture-too-large])');
	const told = document.getElementById('told');
	const crop = form.querySelector('[data-picture-crop]');
	const stage = form.querySelector('[data-picture-stage]');
	const canvas = stage.querySelector('canvas');
	const square = form.querySelector('[data-picture-square]');
	const preview = form.querySelector('[data-picture-preview]');
	const [across, down, part] = ['across', 'down', 'part'].map((id) => form.querySelector('#' + id));
	const LONGEST = 640;
	let chosen = 0;
	let picture = null;

	// The square in parts of the shown picture.
	function place() {
		const side = Math.min(picture.width, picture.height) * part.value / 100;
		return {
			x: (picture.width - side) * across.value / 100,
			y: (picture.height - side) * down.value / 100,
			side,
		};
	}

	function show() {
		const { x, y, side } = place();
		square.style.left = `${100 * x / picture.width}%`;
		square.style.top = `${100 * y / picture.height}%`;
		square.style.width = `${100 * side / picture.width}%`;
		square.style.height = `${100 * side / picture.height}%`;
		form.elements.left.value = x / picture.width;
		form.elements.top.value = y / picture.height;
		form.elements.size.value = part.value / 100;
		[across, down, part].forEach((slider) => slider.setAttribute('aria-valuetext', `${slider.value} %`));
		const pen = preview.getContext('2d');
		pen.fillStyle = '#fff';
		pen.fillRect(0, 0, preview.width, preview.height);
		pen.drawImage(canvas, x, y, side, side, 0, 0, preview.width, preview.height);
	}

	function hide() {
		picture = null;
		crop.hidden = true;
		crop.disabled = true;
		told.textContent = '';
	}

	// What the server said is about the file before.
	function mark(wrong) {
		tooLarge.hidden = !wrong;
		file.classList.toggle('is-invalid', wrong);
		if (wrong) {
			file.setAttribute('aria-invalid', 'true');
		}
		else {
			file.removeAttribute('aria-invalid');
		}
		if (refused) {
			refused.hidden = true;
		}
	}

	async function look() {
		const number = ++chosen;
		const one = file.files[0];
		hide();
		const wrong = Boolean(one) && one.size > Number(form.dataset.limit);
		mark(wrong);
		if (wrong) {
			file.value = '';
			return;
		}
		if (!one) {
			return;
		}
		try {
			const image = await createImageBitmap(one);
			if (number !== chosen) {
				return;
			}
			const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
			canvas.width = Math.max(1, Math.round(image.width * scale));
			canvas.height = Math.max(1, Math.round(image.height * scale));
			canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
			image.close();
		}
		catch {
			// No picture that this browser knows: the server says what is wrong with it.
			return;
		}
		picture = canvas;
		across.value = 50;
		down.value = 50;
		part.value = 100;
		crop.hidden = false;
		crop.disabled = false;
		show();
		told.textContent = crop.querySelector('legend').textContent;
	}

	file.addEventListener('change', look);
	[across, down, part].forEach((slider) => slider.addEventListener('input', show));

	// Somebody who comes back finds the file still chosen.
	window.addEventListener('pageshow', () => {
		if (file.files.length) {
			look();
		}
	});

	const holdsFile = (event) => [...event.dataTransfer.types].includes('Files');
	document.addEventListener('dragover', (event) => {
		if (holdsFile(event)) {
			event.preventDefault();
			drop.classList.toggle('picture-over', drop.contains(event.target));
		}
	});
	// A file that misses must not take the place of the page.
	document.addEventListener('drop', (event) => {
		if (!holdsFile(event)) {
			return;
		}
		event.preventDefault();
		drop.classList.remove('picture-over');
		if (drop.contains(event.target) && event.dataTransfer.files.length) {
			const one = new DataTransfer();
			one.items.add(event.dataTransfer.files[0]);
			file.files = one.files;
			look();
		}
	});

	let held = null;
	stage.addEventListener('pointerdown', (event) => {
		if (picture) {
			event.preventDefault();
			stage.setPointerCapture(event.pointerId);
			held = { x: event.clientX, y: event.clientY, across: Number(across.value), down: Number(down.value) };
		}
	});
	stage.addEventListener('pointermove', (event) => {
		if (!held) {
			return;
		}
		const { side } = place();
		const shown = canvas.getBoundingClientRect();
		const move = (slider, before, by, length, onScreen) => {
			const free = (length - side) * onScreen / length;
			slider.value = free > 0 ? before + 100 * by / free : before;
		};
		move(across, held.across, event.clientX - held.x, picture.width, shown.width);
		move(down, held.down, event.clientY - held.y, picture.height, shown.height);
		show();
	});
	['pointerup', 'pointercancel'].forEach((end) => stage.addEventListener(end, () => { held = null; }));
})();
