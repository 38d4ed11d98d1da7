package io.channelkeeper.invitation.web;

import io.channelkeeper.invitation.Letter;

/**
 * What a creator reads after an answer.
 *
 * @param title the heading's message key; {@code .note} says what happens now
 * @param letter the invitation
 * @param who who hears of it
 * @param subject what it is about: a handle, or who hears of it
 * @param goesOn whether the invitation can still be used
 */
record Said(String title, Letter letter, String who, String subject, boolean goesOn) {

	static Said asked(Letter letter) {
		return new Said("invitation.page.asked", letter, letter.sender().name(), letter.sender().name(), true);
	}

	static Said notMine(Letter letter, String handle) {
		return new Said("invitation.page.not-mine.done", letter, letter.sender().name(), handle,
				letter.channels().size() > 1);
	}

	static Said declined(Letter letter) {
		return new Said("invitation.page.declined", letter, letter.sender().name(), "", false);
	}

	static Said offered(Letter letter, String handle) {
		return new Said("invitation.stuck.offered", letter, letter.organization().name(), handle, true);
	}

	static Said done(Letter letter) {
		return new Said("invitation.done.all", letter, letter.sender().name(), "", false);
	}

}
