package io.channelkeeper.connection;

import java.net.URI;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.SecretToken;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserCookieTests {

	private final BrowserCookie cookie = new BrowserCookie(new BaseUrl(URI.create("https://keeper.example")));

	@AfterEach
	void leave() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void isLockedToTheHostOverHttps() {
		String header = this.cookie.carrying(SecretToken.random()).toString();
		assertThat(header).startsWith("__Host-sign-in=")
			.contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/", "Max-Age=3600")
			.doesNotContain("Domain");
	}

	@Test
	void comesWithoutTlsInPractice() {
		BrowserCookie plain = new BrowserCookie(new BaseUrl(URI.create("http://localhost:8080")));
		assertThat(plain.carrying(SecretToken.random()).toString()).startsWith("sign-in=").doesNotContain("Secure");
	}

	@Test
	void isTakenFromTheRequest() {
		SecretToken browser = SecretToken.random();
		arrive(browser.value());
		assertThat(this.cookie.current()).contains(browser);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "<script>alert(1)</script>aaaaaaaaaaaaaaaaaaa" })
	void isNotTakenIfItIsNotOurs(String value) {
		arrive(value);
		assertThat(this.cookie.current()).isEmpty();
	}

	private static void arrive(String value) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie("other", "x"), new Cookie("__Host-sign-in", value));
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

}
