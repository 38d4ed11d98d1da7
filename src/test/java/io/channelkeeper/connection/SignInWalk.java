package io.channelkeeper.connection;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import practice.PracticeBrowser;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Walks from a departure through practice Facebook and back, as one browser.
 */
class SignInWalk {

	static final ProviderId FACEBOOK = new ProviderId("facebook");

	private final MockMvc mvc;

	private final SignInService signIns;

	private final TestErrand errand;

	SignInWalk(MockMvc mvc, SignInService signIns, TestErrand errand) {
		this.mvc = mvc;
		this.signIns = signIns;
		this.errand = errand;
	}

	Browser browser(Viewer viewer) {
		return new Browser(viewer);
	}

	/** Everything at once: leaves, consents to all, comes back. */
	SignInEnd connect(Viewer viewer, UUID channel, String person) {
		Browser browser = browser(viewer);
		return browser.back(browser.consent(browser.leave(channel), person));
	}

	/**
	 * One browser: its cookie here, its cookies at the network.
	 */
	final class Browser {

		final PracticeBrowser network = new PracticeBrowser();

		private final Viewer viewer;

		private @Nullable Cookie cookie;

		private Browser(Viewer viewer) {
			this.viewer = viewer;
		}

		Departure departure(UUID channel, @Nullable UUID member) {
			return departure(channel, member, FACEBOOK);
		}

		private Departure departure(UUID channel, @Nullable UUID member, ProviderId provider) {
			MockHttpServletRequest request = new MockHttpServletRequest();
			if (this.cookie != null) {
				request.setCookies(this.cookie);
			}
			RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
			try {
				Departure departure = Tenancy.within(this.viewer.organizationId(), () -> SignInWalk.this.signIns
					.start(new SignInStart(channel, provider, TestErrand.NAME, null, member, null)));
				this.cookie = new Cookie(departure.cookie().getName(), departure.cookie().getValue());
				return departure;
			}
			finally {
				RequestContextHolder.resetRequestAttributes();
			}
		}

		String leave(UUID channel) {
			return departure(channel, null).address().toString();
		}

		/** The same through another provider. */
		String leave(UUID channel, ProviderId provider) {
			return departure(channel, null, provider).address().toString();
		}

		URI consent(String dialog, String person) {
			return this.network.consent(dialog, person);
		}

		URI consent(String dialog, String person, Set<String> off) {
			return this.network.consent(dialog, person, off, null);
		}

		SignInEnd back(URI address) {
			MockHttpServletResponse answer = answer(address);
			if (answer.getStatus() != 303) {
				throw new AssertionError("Came back with " + answer.getStatus());
			}
			return SignInWalk.this.errand.end(Objects.requireNonNull(answer.getHeader("Location")));
		}

		MockHttpServletResponse answer(URI address) {
			return answer(get(URI.create(address.getRawPath() + "?" + address.getRawQuery())));
		}

		MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
			try {
				return SignInWalk.this.mvc.perform((this.cookie != null) ? request.cookie(this.cookie) : request)
					.andReturn()
					.getResponse();
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		}

	}

}
