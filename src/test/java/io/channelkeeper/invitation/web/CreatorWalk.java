package io.channelkeeper.invitation.web;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import practice.PracticeBrowser;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * A creator on the way from a link to the network and back.
 */
final class CreatorWalk {

	private static final Pattern ADDRESS = Pattern.compile("<a class=\"button\"[^>]* href=\"([^\"]+)\"");

	private final MockMvc browser;

	private final PracticeBrowser network = new PracticeBrowser();

	private Cookie @Nullable [] cookies;

	CreatorWalk(MockMvc browser) {
		this.browser = browser;
	}

	/** Presses the start button; answers the network's address. */
	String start(String link, UUID channel) throws Exception {
		MockHttpServletResponse page = this.browser
			.perform(post(link + "/start").with(csrf()).param("channel", channel.toString()))
			.andReturn()
			.getResponse();
		Matcher address = ADDRESS.matcher(page.getContentAsString());
		if (!address.find()) {
			throw new IllegalStateException(page.getStatus() + " " + page.getContentAsString());
		}
		this.cookies = page.getCookies();
		return HtmlUtils.htmlUnescape(address.group(1));
	}

	/**
	 * Consents to everything but these permissions and comes back; answers the link of
	 * the result.
	 */
	String consent(String dialog, String who, String... off) throws Exception {
		return back(this.network.consent(dialog, who, Set.of(off), null));
	}

	String cancel(String dialog, String who) throws Exception {
		return back(this.network.cancel(dialog, who));
	}

	/** Comes back in another browser. */
	String consentElsewhere(String dialog, String who) throws Exception {
		URI callback = this.network.consent(dialog, who, Set.of(), null);
		this.cookies = null;
		return back(callback);
	}

	/** Starts, consents to everything, comes back. */
	String walk(String link, UUID channel, String who) throws Exception {
		return consent(start(link, channel), who);
	}

	private String back(URI callback) throws Exception {
		var request = get(callback);
		if (this.cookies != null && this.cookies.length > 0) {
			request.cookie(this.cookies);
		}
		MockHttpServletResponse answer = this.browser.perform(request).andReturn().getResponse();
		return Objects.requireNonNull(answer.getRedirectedUrl(), () -> "status " + answer.getStatus());
	}

}
