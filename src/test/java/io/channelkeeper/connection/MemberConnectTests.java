package io.channelkeeper.connection;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import practice.PracticeBrowser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A member connects a channel by signing in, in one browser (M-36).
 */
class MemberConnectTests extends SignInScene {

	private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");

	@Autowired
	MemberService members;

	private final PracticeBrowser network = new PracticeBrowser();

	@Test
	@DisplayName("H-2, I-7: says whose login is needed before leaving")
	void saysWhoseLoginIsNeeded() throws Exception {
		String page = perform(get("/channels/{id}/connect", channel("anakocht"))).getContentAsString();
		assertThat(page).contains("Expected: @anakocht", "Continue to Facebook", "connected by",
				"with one switched off nothing is connected");
	}

	@Test
	@DisplayName("M-36: connects and comes back where the member was")
	void comesBackWhereTheMemberWas() throws Exception {
		UUID id = channel("lotteberg");
		MockHttpServletResponse end = walk(id, "lotte", "/portfolio?mine=true");
		assertThat(end.getStatus()).isEqualTo(303);
		assertThat(end.getHeader("Location")).isEqualTo("/portfolio?mine=true");
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(standing(id).connectedByMember()).isEqualTo(this.viewer.memberId());
		assertThat(standing(id).connectedByCreator()).isFalse();
	}

	@Test
	@DisplayName("Leaving is a page that moves on by itself")
	void leavesByAPage() throws Exception {
		MockHttpServletResponse page = perform(leave(channel("anakocht"), null));
		assertThat(page.getStatus()).isEqualTo(200);
		assertThat(page.getHeader("Cache-Control")).contains("no-store");
		String cookie = String.valueOf(page.getHeader("Set-Cookie"));
		assertThat(cookie).startsWith("sign-in=").contains("HttpOnly", "SameSite=Lax", "Path=/");
		String address = address(page);
		assertThat(address).startsWith(NETWORKS.baseUrl() + "/facebook/dialog/oauth?");
		assertThat(page.getContentAsString()).contains("href=\"" + HtmlUtils.htmlEscape(address) + "\"");
	}

	@Test
	void showsWhatIsMissingAndGoesOn() throws Exception {
		UUID id = channel("benny");
		MockHttpServletResponse end = walk(id, "ben", null);
		assertThat(end.getStatus()).isEqualTo(200);
		assertThat(end.getContentAsString()).contains("Your login has no Facebook page", "Try again",
				"/channels/" + id + "/connect");
	}

	@Test
	@DisplayName("B-5: adds the other account on the spot")
	void addsTheOtherAccount() throws Exception {
		UUID id = channel("finnotto");
		MockHttpServletResponse end = walk(id, "finn", null);
		assertThat(end.getContentAsString()).contains("That was @finn_backstage, not @finnotto",
				"Add @finn_backstage as another channel");
		Matcher picture = Pattern.compile("src=\"(/offers/[^\"]+/picture\\?soon=true)\"")
			.matcher(end.getContentAsString());
		assertThat(picture.find()).isTrue();
		assertThat(perform(get(picture.group(1))).getContentType()).isEqualTo("image/jpeg");
		assertThat(perform(get("/channels/{id}/picture?soon=true", id)).getContentType()).isEqualTo("image/svg+xml");
		assertThat(perform(get("/channels/{id}/picture", id)).getStatus()).isEqualTo(404);
		Matcher form = Pattern.compile("action=\"(/channels/[^\"]+/other)\"").matcher(end.getContentAsString());
		assertThat(form.find()).isTrue();
		assertThat(perform(post(form.group(1)).with(csrf())).getStatus()).isEqualTo(303);
		assertThat(count("connection")).isEqualTo(1);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
	}

	@Test
	void offersTheOtherChannelsUnticked() throws Exception {
		MockHttpServletResponse end = walk(channel("anakocht"), "ana", "/portfolio");
		String page = end.getContentAsString();
		assertThat(page).contains("@anakocht is connected", "@bistro_ana").doesNotContain("checked");
		Matcher form = Pattern.compile("action=\"(/channels/[^\"]+/others)\"").matcher(page);
		assertThat(form.find()).isTrue();
		MockHttpServletResponse done = perform(post(form.group(1)).param("channels", "17841400000000012").with(csrf()));
		assertThat(done.getHeader("Location")).isEqualTo("/portfolio");
		assertThat(count("connection where login_id is not null and organization_id")).isEqualTo(2);
	}

	@Test
	@DisplayName("P-8: refuses a private or personal channel")
	void refusesAnIneligibleChannel() throws Exception {
		UUID id = channel("emmablum");
		within(() -> this.channels.markIneligible(id, Ineligibility.Reason.PERSONAL, Ineligibility.Source.MEMBER,
				this.viewer));
		assertThat(perform(get("/channels/{id}/connect", id)).getContentAsString())
			.contains("This channel is not a business or creator account", "disabled");
		assertThat(perform(leave(id, null)).getStatus()).isEqualTo(422);
		assertThat(count("sign_in_attempt")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "/x\nSet-Cookie: a=b", "x" })
	void neverLeadsElsewhere(String from) throws Exception {
		perform(leave(channel("anakocht"), from));
		assertThat(this.jdbc.sql("select return_path from sign_in_attempt where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(String.class)
			.single()).isEqualTo("/creators/" + this.creator);
	}

	@Test
	void knowsNoOtherProvider() throws Exception {
		UUID id = channel("anakocht");
		assertThat(perform(post("/channels/{id}/connect", id).param("provider", "google").with(csrf())).getStatus())
			.isEqualTo(404);
		assertThat(perform(post("/channels/{id}/connect", id).with(csrf())).getStatus()).isEqualTo(400);
		assertThat(perform(post("/channels/{id}/connect", id).param("provider", "facebook")).getStatus())
			.isEqualTo(403);
	}

	@Test
	@DisplayName("H-3: who lost the role meanwhile is told where it began")
	void tellsWhoLostTheRole() throws Exception {
		Viewer manager = this.organizations.member(this.viewer, Role.MANAGER);
		UUID id = channel("anakocht");
		MockHttpServletResponse page = this.mvc
			.perform(leave(id, "/portfolio?mine=true").with(this.organizations.signedIn(manager)))
			.andReturn()
			.getResponse();
		URI back = this.network.consent(address(page), "ana");
		within(() -> this.members.changeRole(this.viewer, manager.memberId(), Role.MARKETER));
		String end = String.valueOf(this.mvc
			.perform(get(URI.create(back.getRawPath() + "?" + back.getRawQuery()))
				.cookie(Objects.requireNonNull(page.getCookie("sign-in"))))
			.andReturn()
			.getResponse()
			.getHeader("Location"));
		this.mvc.perform(get(end).with(this.organizations.signedIn(manager)))
			.andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/portfolio?mine=true"))
			.andExpect(flash().attribute("message", containsString("Nothing was connected")));
		assertThat(count("connection")).isZero();
	}

	@Test
	void tellsWhoseChannelWasArchived() throws Exception {
		UUID id = channel("anakocht");
		MockHttpServletResponse page = perform(leave(id, "/portfolio"));
		URI back = this.network.consent(address(page), "ana");
		within(() -> this.channels.archive(this.viewer, id));
		MockHttpServletResponse returned = perform(get(URI.create(back.getRawPath() + "?" + back.getRawQuery()))
			.cookie(Objects.requireNonNull(page.getCookie("sign-in"))));
		MockHttpServletResponse end = perform(get(String.valueOf(returned.getHeader("Location"))));
		assertThat(end.getHeader("Location")).isEqualTo("/portfolio");
	}

	@Test
	@DisplayName("Nobody leaves more than 60 times an hour")
	void asksToComeBackLater() throws Exception {
		UUID id = channel("anakocht");
		for (int start = 0; start < SignInService.STARTS_OF_MEMBER; start++) {
			this.browser.departure(id, this.viewer.memberId());
		}
		MockHttpServletResponse page = perform(leave(id, null));
		assertThat(page.getStatus()).isEqualTo(429);
		assertThat(page.getHeader("Retry-After")).isEqualTo("3600");
		assertThat(page.getContentAsString()).contains("That was too often within an hour");
	}

	@Test
	void showsAnEndToWhoSignedInOnly() throws Exception {
		UUID id = channel("benny");
		walk(id, "ben", null);
		UUID attempt = this.jdbc.sql("select id from sign_in_attempt where channel_id = ?")
			.param(id)
			.query(UUID.class)
			.single();
		Viewer colleague = this.organizations.member(this.viewer, Role.MANAGER);
		assertThat(this.mvc
			.perform(get("/channels/{id}/connect/{attempt}", id, attempt).with(this.organizations.signedIn(colleague)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
	}

	private MockHttpServletResponse walk(UUID id, String person, @Nullable String from) throws Exception {
		MockHttpServletResponse page = perform(leave(id, from));
		Cookie cookie = Objects.requireNonNull(page.getCookie("sign-in"));
		URI back = this.network.consent(address(page), person);
		MockHttpServletResponse returned = perform(
				get(URI.create(back.getRawPath() + "?" + back.getRawQuery())).cookie(cookie));
		assertThat(returned.getStatus()).isEqualTo(303);
		return perform(get(String.valueOf(returned.getHeader("Location"))));
	}

	private static MockHttpServletRequestBuilder leave(UUID id, @Nullable String from) {
		MockHttpServletRequestBuilder request = post("/channels/{id}/connect", id).param("provider", "facebook")
			.with(csrf());
		return (from != null) ? request.param("from", from) : request;
	}

	private static String address(MockHttpServletResponse page) throws Exception {
		Matcher refresh = REFRESH.matcher(page.getContentAsString());
		assertThat(refresh.find()).as(page.getContentAsString()).isTrue();
		return HtmlUtils.htmlUnescape(refresh.group(1));
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(this.viewer))).andReturn().getResponse();
	}

}
