package io.channelkeeper.organization.web;

import java.net.URI;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

import io.channelkeeper.support.BaseUrl;

import static org.assertj.core.api.Assertions.assertThat;

class CookieConfigurationTests {

	private final CookieConfiguration configuration = new CookieConfiguration();

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void cookiesInsistOnHttpsWhereThereIs() {
		write(new BaseUrl(URI.create("https://channels.example.org")));
		assertThat(this.response.getCookies()).hasSize(2)
			.allSatisfy((cookie) -> assertThat(cookie.getName()).startsWith("__Host-"))
			.allSatisfy(CookieConfigurationTests::isSafe)
			.allMatch(Cookie::getSecure);
	}

	@Test
	void cookiesWorkOverHttpToo() {
		write(new BaseUrl(URI.create("http://localhost:8080")));
		assertThat(this.response.getCookies()).extracting(Cookie::getName).containsExactly("SESSION", "CSRF");
		assertThat(this.response.getCookies()).allSatisfy(CookieConfigurationTests::isSafe)
			.noneMatch(Cookie::getSecure);
	}

	private static void isSafe(Cookie cookie) {
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.getDomain()).isNull();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
	}

	private void write(BaseUrl baseUrl) {
		this.configuration.cookieSerializer(baseUrl)
			.writeCookieValue(new CookieValue(this.request, this.response, "session"));
		CsrfTokenRepository tokens = this.configuration.csrfTokenRepository(baseUrl);
		tokens.saveToken(tokens.generateToken(this.request), this.request, this.response);
	}

}
