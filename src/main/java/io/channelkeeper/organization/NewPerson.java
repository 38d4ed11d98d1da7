package io.channelkeeper.organization;

import java.time.ZoneId;
import java.util.Locale;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.PlainText;

/**
 * Somebody who will be able to sign in.
 *
 * @param name one line
 * @param email where mails go, and what one signs in with
 * @param language German or English
 * @param zone in which dates are shown
 * @param password what one signs in with
 */
public record NewPerson(String name, EmailAddress email, Locale language, ZoneId zone, Password password) {

	public NewPerson {
		name = PlainText.line(name);
	}

}
