package io.channelkeeper.support.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

import io.channelkeeper.support.BaseUrl;

/**
 * Decides between German and English: what was chosen with {@code ?lang=}, the member's
 * language, the choice remembered in a cookie, the browser's languages, in this order. A
 * page may suggest one, such as a creator's language; only the visitor's own choice is
 * stronger.
 */
@Component("localeResolver")
public class PageLanguage implements LocaleResolver {

	/** What can be chosen; the first is the default. */
	public static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.GERMAN);

	private static final String MEMBER = PageLanguage.class.getName() + ".member";

	private static final String SUGGESTED = PageLanguage.class.getName() + ".suggested";

	private static final String COOKIE = "lang";

	private final boolean secure;

	PageLanguage(BaseUrl baseUrl) {
		this.secure = baseUrl.https();
	}

	/** Tells the language of the member who is signed in. */
	public static void ofMember(HttpServletRequest request, Locale language) {
		request.setAttribute(MEMBER, language);
	}

	/** Suggests the language of this page, unless the visitor chose another one. */
	public static void suggest(HttpServletRequest request, Locale language) {
		request.setAttribute(SUGGESTED, language);
	}

	/** German or English from a tag such as {@code de-AT}; empty for anything else. */
	public static Optional<Locale> parse(@Nullable String tag) {
		String language = (tag != null) ? Locale.forLanguageTag(tag).getLanguage() : "";
		return OFFERED.stream().filter((locale) -> locale.getLanguage().equals(language)).findFirst();
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		Optional<Locale> chosen = parse(request.getParameter("lang"));
		if (request.getAttribute(SUGGESTED) instanceof Locale suggested) {
			return chosen.or(() -> remembered(request)).orElse(suggested);
		}
		if (request.getAttribute(MEMBER) instanceof Locale ofMember) {
			return chosen.orElse(ofMember);
		}
		return chosen.or(() -> remembered(request)).orElseGet(() -> ofBrowser(request));
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		if (response != null && locale != null) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(COOKIE, locale.getLanguage())
						.path("/")
						.maxAge(java.time.Duration.ofDays(365))
						.httpOnly(true)
						.secure(this.secure)
						.sameSite("Lax")
						.build()
						.toString());
		}
	}

	private static Optional<Locale> remembered(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return parse((cookie != null) ? cookie.getValue() : null);
	}

	private static Locale ofBrowser(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
			return OFFERED.getFirst();
		}
		for (var locales = request.getLocales(); locales.hasMoreElements();) {
			Optional<Locale> known = parse(locales.nextElement().toLanguageTag());
			if (known.isPresent()) {
				return known.get();
			}
		}
		return OFFERED.getFirst();
	}

}
