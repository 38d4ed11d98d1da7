package io.channelkeeper.organization.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.organization.web.Typed.Kind;

/**
 * What somebody says about themselves, as typed.
 *
 * @param name one line
 * @param language de or en
 * @param timeZone region and city
 */
record ProfileForm(@Typed(Kind.NAME) @Nullable String name, @Typed(Kind.LANGUAGE) @Nullable String language,
		@Typed(Kind.ZONE) @Nullable String timeZone) {

	static ProfileForm of(Viewer viewer) {
		return new ProfileForm(viewer.name(), viewer.language().getLanguage(), viewer.zone().getId());
	}

	/** Only once it was found to be valid. */
	String givenName() {
		return Objects.requireNonNull(this.name);
	}

	/** Only once it was found to be valid. */
	Locale locale() {
		return Locale.forLanguageTag(Objects.requireNonNull(this.language));
	}

	/** Only once it was found to be valid. */
	ZoneId zone() {
		return ZoneId.of(Objects.requireNonNull(this.timeZone));
	}

}
