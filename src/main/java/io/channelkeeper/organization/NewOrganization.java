package io.channelkeeper.organization;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.PlainText;

/**
 * What an organization says about itself.
 *
 * @param name its name, one line
 * @param language German or English
 * @param zone in which its days begin
 * @param privacy its privacy statement
 * @param imprint its imprint
 * @param contact whom to ask, in a line
 * @param address its postal address, several lines
 */
public record NewOrganization(String name, Locale language, ZoneId zone, @Nullable URI privacy, @Nullable URI imprint,
		@Nullable String contact, @Nullable String address) {

	public NewOrganization {
		name = PlainText.line(name);
		contact = (contact != null) ? PlainText.line(contact) : null;
	}

}
