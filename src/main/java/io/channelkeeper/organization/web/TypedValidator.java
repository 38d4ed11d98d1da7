package io.channelkeeper.organization.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Password;
import io.channelkeeper.organization.web.Typed.Kind;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.PlainText;

/**
 * Checks what was typed.
 */
class TypedValidator implements ConstraintValidator<Typed, String> {

	private static final int LINE = 120;

	private static final int LINES = 500;

	private static final int ADDRESS = 500;

	private Kind kind = Kind.NAME;

	@Override
	public void initialize(Typed annotation) {
		this.kind = annotation.value();
	}

	@Override
	public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
		if (isRight((value != null) ? value : "")) {
			return true;
		}
		context.disableDefaultConstraintViolation();
		String text = "{organization.error." + this.kind.name().toLowerCase(Locale.ROOT) + "}";
		context.buildConstraintViolationWithTemplate(text).addConstraintViolation();
		return false;
	}

	private boolean isRight(String typed) {
		return switch (this.kind) {
			case NAME -> !PlainText.line(typed).isEmpty() && PlainText.line(typed).length() <= LINE;
			case LINE -> typed.length() <= LINE;
			case LINES -> typed.length() <= LINES;
			case EMAIL -> EmailAddress.parse(typed).isPresent();
			case ZONE -> ZoneId.getAvailableZoneIds().contains(typed);
			case LANGUAGE -> typed.equals("de") || typed.equals("en");
			case PAGE -> typed.isBlank() || isPage(typed.strip());
			case PASSWORD -> Password.accepts(typed);
		};
	}

	private static boolean isPage(String typed) {
		try {
			URI uri = new URI(typed);
			return typed.length() <= ADDRESS && uri.getHost() != null && uri.getUserInfo() == null
					&& ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
