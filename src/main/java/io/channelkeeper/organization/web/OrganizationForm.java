package io.channelkeeper.organization.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

import io.channelkeeper.organization.NewOrganization;
import io.channelkeeper.organization.Organization;
import io.channelkeeper.organization.web.Typed.Kind;

/**
 * What an organization says about itself, as typed.
 *
 * @param name one line
 * @param language de or en
 * @param timeZone region and city
 * @param privacy the address of a page, or blank
 * @param imprint the address of a page, or blank
 * @param contact whom to ask
 * @param address postal, several lines
 * @param logo a picture, or nothing to leave the old one
 * @param marketersMayConnect ticked or not
 */
record OrganizationForm(@Typed(Kind.NAME) @Nullable String name, @Typed(Kind.LANGUAGE) @Nullable String language,
		@Typed(Kind.ZONE) @Nullable String timeZone, @Typed(Kind.PAGE) @Nullable String privacy,
		@Typed(Kind.PAGE) @Nullable String imprint, @Typed(Kind.LINE) @Nullable String contact,
		@Typed(Kind.LINES) @Nullable String address, @Nullable MultipartFile logo,
		@Nullable Boolean marketersMayConnect) {

	static OrganizationForm empty(Locale language, ZoneId zone) {
		return new OrganizationForm("", language.getLanguage(), zone.getId(), "", "", "", "", null, true);
	}

	static OrganizationForm of(Organization organization) {
		return new OrganizationForm(organization.name(), organization.language().getLanguage(),
				organization.zone().getId(), text(organization.privacy()), text(organization.imprint()),
				organization.contact(), organization.address(), null, organization.marketersMayConnect());
	}

	/** Only once it was found to be valid. */
	NewOrganization facts() {
		return new NewOrganization(given(this.name), Locale.forLanguageTag(given(this.language)),
				ZoneId.of(given(this.timeZone)), page(this.privacy), page(this.imprint), text(this.contact),
				text(this.address));
	}

	private static String given(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

	private static @Nullable URI page(@Nullable String typed) {
		String text = text(typed);
		return (text != null) ? URI.create(text) : null;
	}

	private static @Nullable String text(@Nullable Object typed) {
		return (typed == null || typed.toString().isBlank()) ? null : typed.toString().strip();
	}

}
