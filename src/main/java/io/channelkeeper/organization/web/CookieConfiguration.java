package io.channelkeeper.organization.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import io.channelkeeper.support.BaseUrl;

/**
 * The two cookies that every page needs, and the sessions behind one of them. Over https
 * they insist on it and belong to this host alone ({@code __Host-}).
 */
@Configuration(proxyBeanMethods = false)
class CookieConfiguration {

	@Bean
	CookieSerializer cookieSerializer(BaseUrl baseUrl) {
		DefaultCookieSerializer cookies = new DefaultCookieSerializer();
		cookies.setCookieName(name("SESSION", baseUrl));
		cookies.setCookiePath("/");
		cookies.setUseHttpOnlyCookie(true);
		cookies.setUseSecureCookie(baseUrl.https());
		cookies.setSameSite("Lax");
		return cookies;
	}

	/** Two requests of one person may note the same thing in the same moment. */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer concurrentSessions() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/**
	 * Kept in a cookie, so that a creator's visit leaves no session behind.
	 */
	@Bean
	CsrfTokenRepository csrfTokenRepository(BaseUrl baseUrl) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName(name("CSRF", baseUrl));
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(baseUrl.https()).sameSite("Lax").path("/"));
		return tokens;
	}

	private static String name(String name, BaseUrl baseUrl) {
		return baseUrl.https() ? "__Host-" + name : name;
	}

}
