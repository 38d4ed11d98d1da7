package io.channelkeeper.connection;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.SecretToken;

/**
 * The cookie that binds attempts to the browser they began in. One value serves all
 * attempts of a browser, so that two windows do not push each other out; it outlives each
 * of them, so that a late answer is told from one in another browser.
 */
@Component
class BrowserCookie {

	private static final Duration LIFE = Duration.ofHours(1);

	private static final Pattern OURS = Pattern.compile("[\\w-]{43}");

	private final boolean https;

	BrowserCookie(BaseUrl baseUrl) {
		this.https = baseUrl.https();
	}

	/** The value that the browser of the current request has, or empty. */
	Optional<SecretToken> current() {
		Cookie[] cookies = request().getCookies();
		return Stream.ofNullable(cookies)
			.flatMap(Arrays::stream)
			.filter((cookie) -> cookie.getName().equals(name()))
			.map(Cookie::getValue)
			.filter(Objects::nonNull)
			.filter(OURS.asMatchPredicate())
			.map(SecretToken::new)
			.findFirst();
	}

	ResponseCookie carrying(SecretToken browser) {
		return ResponseCookie.from(name(), browser.value())
			.httpOnly(true)
			.secure(this.https)
			.sameSite("Lax")
			.path("/")
			.maxAge(LIFE)
			.build();
	}

	static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

	private String name() {
		return this.https ? "__Host-sign-in" : "sign-in";
	}

}
